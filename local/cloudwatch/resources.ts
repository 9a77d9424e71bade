import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Tag } from '../aws/tag-store.ts';
import type { Declared } from '../declared.ts';
import { checkBody } from './actions/put-dashboard.ts';
import { checkAlarm } from './actions/put-metric-alarm.ts';
import type { AlarmSettings } from './alarms/alarm.ts';
import { alarmArn, type CloudWatch } from './state.ts';

/** Longest name of an alarm or a dashboard. */
const LONGEST_NAME = 255;

const MEMBERS = [
  ...['AlarmName', 'AlarmDescription', 'ActionsEnabled', 'OKActions', 'AlarmActions', 'InsufficientDataActions'],
  ...['MetricName', 'Namespace', 'Statistic', 'ExtendedStatistic', 'Dimensions', 'Period', 'Unit', 'EvaluationPeriods'],
  ...['DatapointsToAlarm', 'Threshold', 'ComparisonOperator', 'TreatMissingData', 'EvaluateLowSampleCountPercentile'],
  ...['Metrics', 'Tags'],
];

const NUMBERS = ['Period', 'EvaluationPeriods', 'DatapointsToAlarm', 'Threshold'];

const alarmName = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.AlarmName ?? physicalName(resource, LONGEST_NAME));

/** `AWS::CloudWatch::Alarm`. Its state outlives a restart. */
export const alarmType = (cloudWatch: CloudWatch, declared: Declared): ResourceType => ({
  type: 'AWS::CloudWatch::Alarm',
  honoured: MEMBERS,
  create(resource, context) {
    const name = alarmName(resource, context);
    const { Tags = [], ...properties } = withTypes(resource.properties) as Omit<AlarmSettings, 'AlarmName'> & {
      Tags?: Tag[];
    };
    const settings: AlarmSettings = { ...properties, AlarmName: name };
    const arn = alarmArn(cloudWatch, name);
    declared.declare(`alarm:${name}`, resource.properties, () => {
      checkAlarm(settings);
      cloudWatch.alarms.put(settings);
      cloudWatch.tags.removeAll(arn);
      cloudWatch.tags.keep(arn, Tags);
    });
    return { ref: name, attributes: { Arn: arn } };
  },
  taken(resource, context) {
    const name = alarmName(resource, context);
    return cloudWatch.alarms.store.get(name) && name;
  },
  remove(_resource, { ref }) {
    declared.forget(`alarm:${ref}`);
    removeAlarm(cloudWatch, ref);
  },
});

const removeAlarm = (cloudWatch: CloudWatch, name: string): void => {
  if (cloudWatch.alarms.store.get(name)) cloudWatch.alarms.remove([name]);
  cloudWatch.tags.removeAll(alarmArn(cloudWatch, name));
};

/** Templates may have numbers and truth as text. */
const withTypes = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(properties), (key, value) => {
    if (typeof value !== 'string') return value;
    if (NUMBERS.includes(key)) return Number(value);
    return key === 'ActionsEnabled' || key === 'ReturnData' ? value === 'true' : value;
  });

const dashboardName = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.DashboardName ?? physicalName(resource, LONGEST_NAME));

/** `AWS::CloudWatch::Dashboard`. */
export const dashboardType = ({ dashboards, clock }: CloudWatch, declared: Declared): ResourceType => ({
  type: 'AWS::CloudWatch::Dashboard',
  honoured: ['DashboardName', 'DashboardBody'],
  create(resource, context) {
    const name = dashboardName(resource, context);
    const { DashboardBody } = resource.properties;
    const body = typeof DashboardBody === 'string' ? DashboardBody : JSON.stringify(DashboardBody ?? null);
    checkBody(body);
    declared.declare(`dashboard:${name}`, body, () => dashboards.put({ name, body, modifiedAt: clock.now() }));
    return { ref: name, attributes: {} };
  },
  taken: (resource, context) => dashboards.get(dashboardName(resource, context))?.name,
  remove(_resource, { ref }) {
    declared.forget(`dashboard:${ref}`);
    dashboards.remove(ref);
  },
});

/** Removes what an earlier template declared and the present one does not. */
export const sweep = (cloudWatch: CloudWatch, declared: Declared): void => {
  for (const left of declared.left()) {
    const [kind, name] = left.split(/:(.*)/s);
    if (kind === 'alarm') removeAlarm(cloudWatch, name ?? '');
    else cloudWatch.dashboards.remove(name ?? '');
  }
};
