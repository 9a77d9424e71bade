import { dimensionsOf } from '../metrics/metric.ts';
import type { MetricDataQuery } from '../query-data.ts';
import { type Alarm, type AlarmState, alarmTime, periodOf } from './alarm.ts';

/** An alarm that has changed its state. */
export type Transition = { alarm: Alarm; before: AlarmState; accountId: string; region: string };

const REGIONS: Readonly<Record<string, string>> = {
  'us-east-1': 'US East (N. Virginia)',
  'us-east-2': 'US East (Ohio)',
  'us-west-1': 'US West (N. California)',
  'us-west-2': 'US West (Oregon)',
  'eu-central-1': 'EU (Frankfurt)',
  'eu-west-1': 'EU (Ireland)',
  'eu-west-2': 'EU (London)',
  'eu-west-3': 'EU (Paris)',
  'eu-north-1': 'EU (Stockholm)',
};

const stateOf = ({ value, reason, reasonData, transitionedAt }: AlarmState): object => ({
  value,
  reason,
  ...(reasonData === undefined ? {} : { reasonData }),
  timestamp: alarmTime(transitionedAt),
});

const configurationOf = ({ settings, arn }: Alarm): object => {
  const { AlarmDescription, Metrics } = settings;
  return {
    ...(AlarmDescription === undefined ? {} : { description: AlarmDescription }),
    metrics: Metrics ? Metrics.map(queryOf) : [singleQuery(settings, arn)],
  };
};

const queryOf = ({ Id, Expression, Label, MetricStat, ReturnData = true, Period }: MetricDataQuery): object => ({
  id: Id,
  ...(Expression === undefined ? {} : { expression: Expression }),
  ...(Label === undefined ? {} : { label: Label }),
  ...(Period === undefined ? {} : { period: Period }),
  ...(MetricStat
    ? {
        metricStat: {
          metric: metricOf(MetricStat.Metric.Namespace, MetricStat.Metric.MetricName, MetricStat.Metric.Dimensions),
          period: MetricStat.Period,
          stat: MetricStat.Stat,
          ...(MetricStat.Unit === undefined ? {} : { unit: MetricStat.Unit }),
        },
      }
    : {}),
  returnData: ReturnData,
});

const metricOf = (namespace: unknown, name: unknown, dimensions: Parameters<typeof dimensionsOf>[0]): object => ({
  namespace,
  name,
  dimensions: dimensionsOf(dimensions),
});

const singleQuery = (settings: Alarm['settings'], arn: string): object => ({
  // AWS makes an id of its own for the metric of an alarm, which stays the same for the alarm.
  id: uuidOf(arn),
  metricStat: {
    metric: metricOf(settings.Namespace, settings.MetricName, settings.Dimensions),
    period: periodOf(settings),
    stat: settings.Statistic ?? settings.ExtendedStatistic,
    ...(settings.Unit === undefined ? {} : { unit: settings.Unit }),
  },
  returnData: true,
});

const uuidOf = (text: string): string => {
  const hex = Buffer.from(text).toString('hex').slice(-32).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** The detail of the event. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
export const eventDetail = ({ alarm, before }: Transition): object => ({
  alarmName: alarm.settings.AlarmName,
  state: stateOf(alarm.state),
  previousState: stateOf(before),
  configuration: configurationOf(alarm),
});

/** What a function gets. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html */
export const lambdaPayload = ({ alarm, before, accountId, region }: Transition): object => ({
  source: 'aws.cloudwatch',
  alarmArn: alarm.arn,
  accountId,
  time: alarmTime(alarm.state.transitionedAt),
  region,
  alarmData: {
    alarmName: alarm.settings.AlarmName,
    state: stateOf(alarm.state),
    previousState: stateOf(before),
    configuration: configurationOf(alarm),
  },
});

/** What a topic gets: a subject and a message. */
export const topicMessage = ({
  alarm,
  before,
  accountId,
  region,
}: Transition): { Subject: string; Message: string } => {
  const { settings, state } = alarm;
  const place = REGIONS[region] ?? region;
  const message = {
    AlarmName: settings.AlarmName,
    AlarmDescription: settings.AlarmDescription ?? null,
    AWSAccountId: accountId,
    AlarmConfigurationUpdatedTimestamp: alarmTime(alarm.configuredAt),
    NewStateValue: state.value,
    NewStateReason: state.reason,
    StateChangeTime: alarmTime(state.transitionedAt),
    Region: place,
    AlarmArn: alarm.arn,
    OldStateValue: before.value,
    OKActions: settings.OKActions ?? [],
    AlarmActions: settings.AlarmActions ?? [],
    InsufficientDataActions: settings.InsufficientDataActions ?? [],
    Trigger: triggerOf(alarm),
  };
  return {
    Subject: `${state.value}: "${settings.AlarmName}" in ${place}`.slice(0, 100),
    Message: JSON.stringify(message),
  };
};

const triggerOf = ({ settings }: Alarm): object => {
  const { Metrics, TreatMissingData = 'missing', EvaluateLowSampleCountPercentile = '' } = settings;
  const ending = {
    ...(Metrics ? {} : { Period: periodOf(settings) }),
    EvaluationPeriods: settings.EvaluationPeriods,
    ...(settings.DatapointsToAlarm === undefined ? {} : { DatapointsToAlarm: settings.DatapointsToAlarm }),
    ComparisonOperator: settings.ComparisonOperator,
    Threshold: settings.Threshold ?? 0,
    TreatMissingData,
    EvaluateLowSampleCountPercentile,
  };
  if (Metrics) return { Metrics, ...ending };
  return {
    MetricName: settings.MetricName,
    Namespace: settings.Namespace,
    ...(settings.ExtendedStatistic === undefined
      ? { StatisticType: 'Statistic', Statistic: STATISTIC_NAMES[settings.Statistic ?? ''] }
      : { StatisticType: 'ExtendedStatistic', ExtendedStatistic: settings.ExtendedStatistic }),
    Unit: settings.Unit ?? null,
    Dimensions: (settings.Dimensions ?? []).map(({ Name, Value }) => ({ value: Value, name: Name })),
    ...ending,
  };
};

const STATISTIC_NAMES: Readonly<Record<string, string>> = {
  Average: 'AVERAGE',
  Maximum: 'MAXIMUM',
  Minimum: 'MINIMUM',
  SampleCount: 'SAMPLE_COUNT',
  Sum: 'SUM',
};
