import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Declared } from '../declared.ts';
import { keepMetricFilter } from './actions/put-metric-filter.ts';
import { keepPolicy } from './actions/put-resource-policy.ts';
import { checkDays } from './actions/put-retention-policy.ts';
import type { Transformation } from './metric-filters.ts';
import type { Logs } from './state.ts';

/** Longest name of a log group or a metric filter. */
const LONGEST_NAME = 512;

const groupName = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.LogGroupName ?? physicalName(resource, LONGEST_NAME));

/** `AWS::Logs::LogGroup`. */
export const logGroupType = ({ store, arnOf, filters }: Logs, declared: Declared): ResourceType => ({
  type: 'AWS::Logs::LogGroup',
  honoured: ['LogGroupName', 'RetentionInDays', 'LogGroupClass', 'Tags'],
  withoutEffect: { KmsKeyId: 'the laptop encrypts its own disk' },
  create(resource, context) {
    const name = groupName(resource, context);
    const { RetentionInDays, LogGroupClass = 'STANDARD', Tags = [] } = resource.properties;
    declared.declare(`group:${name}`, resource.properties, () => {
      const retentionDays = RetentionInDays === undefined ? undefined : Number(RetentionInDays);
      if (retentionDays !== undefined) checkDays(retentionDays);
      const tags = Object.fromEntries((Tags as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]));
      store.putGroup({ name, retentionDays, class: String(LogGroupClass), tags });
    });
    return { ref: name, attributes: { Arn: arnOf(name) } };
  },
  taken: (resource, context) => store.group(groupName(resource, context))?.name,
  remove(_resource, { ref }) {
    declared.forget(`group:${ref}`);
    store.removeGroup(ref);
    filters.removeAll(ref);
  },
});

type Properties = {
  FilterName?: string;
  FilterPattern: string;
  LogGroupName: string;
  MetricTransformations: Record<string, unknown>[];
};

const filterName = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.FilterName ?? physicalName(resource, LONGEST_NAME));

const TRANSFORMATION = ['MetricName', 'MetricNamespace', 'MetricValue', 'DefaultValue', 'Unit', 'Dimensions'];

/** `AWS::Logs::MetricFilter`. */
export const metricFilterType = (logs: Logs, declared: Declared): ResourceType => ({
  type: 'AWS::Logs::MetricFilter',
  honoured: [
    'FilterName',
    'FilterPattern',
    'LogGroupName',
    ...TRANSFORMATION.map((name) => `MetricTransformations.${name}`),
  ],
  create(resource, context) {
    const { FilterPattern, LogGroupName, MetricTransformations } = resource.properties as Properties;
    const name = filterName(resource, context);
    declared.declare(`filter:${LogGroupName}\n${name}`, resource.properties, () =>
      keepMetricFilter(logs, {
        logGroupName: LogGroupName,
        filterName: name,
        filterPattern: FilterPattern,
        metricTransformations: MetricTransformations.map(transformation),
      }),
    );
    return { ref: name, attributes: {} };
  },
  taken(resource, context) {
    const name = filterName(resource, context);
    return logs.filters.of(String(resource.properties.LogGroupName)).find((filter) => filter.name === name)?.name;
  },
  remove({ properties }, { ref }) {
    declared.forget(`filter:${properties.LogGroupName}\n${ref}`);
    logs.filters.remove(String(properties.LogGroupName), ref);
  },
});

const transformation = (given: Record<string, unknown>): Transformation => {
  const { MetricName, MetricNamespace, MetricValue, DefaultValue, Unit, Dimensions } = given;
  return {
    metricName: String(MetricName),
    metricNamespace: String(MetricNamespace),
    metricValue: String(MetricValue),
    ...(DefaultValue === undefined ? {} : { defaultValue: Number(DefaultValue) }),
    ...(Unit === undefined ? {} : { unit: String(Unit) }),
    ...(Dimensions === undefined
      ? {}
      : {
          dimensions: Object.fromEntries(
            (Dimensions as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]),
          ),
        }),
  };
};

/** `AWS::Logs::ResourcePolicy`. */
export const resourcePolicyType = (logs: Logs, declared: Declared): ResourceType => ({
  type: 'AWS::Logs::ResourcePolicy',
  honoured: ['PolicyName', 'PolicyDocument'],
  create({ properties }) {
    const policyName = String(properties.PolicyName);
    const { PolicyDocument } = properties;
    const policyDocument = typeof PolicyDocument === 'string' ? PolicyDocument : JSON.stringify(PolicyDocument ?? null);
    declared.declare(`policy:${policyName}`, policyDocument, () => keepPolicy(logs, { policyName, policyDocument }));
    return { ref: policyName, attributes: {} };
  },
  taken: ({ properties }) =>
    logs.policies.all().find(({ policyName }) => policyName === properties.PolicyName)?.policyName,
  remove(_resource, { ref }) {
    declared.forget(`policy:${ref}`);
    logs.policies.remove(ref);
  },
});

/** Removes what an earlier template declared and the present one does not. Groups stay, as all that holds data does. */
export const sweep = (logs: Logs, declared: Declared): void => {
  for (const left of declared.left()) {
    const [kind, name = ''] = left.split(/:(.*)/s);
    if (kind === 'policy') logs.policies.remove(name);
    const [group = '', filter = ''] = name.split('\n');
    if (kind === 'filter') logs.filters.remove(group, filter);
  }
};
