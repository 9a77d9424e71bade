import { between, length, oneOf } from '../../aws/constraints.ts';
import { checkInput, integer, list, needed, text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Tag } from '../../aws/tag-store.ts';
import { ACTIONS } from '../alarms/actions-queue.ts';
import { type AlarmSettings, MISSING_DATA, periodOf } from '../alarms/alarm.ts';
import { COMPARISONS } from '../alarms/judge.ts';
import { validation } from '../errors.ts';
import { readerOf, STATISTICS } from '../metrics/statistics.ts';
import { checkPeriod, checkQueries } from '../query-data.ts';
import {
  ACTION_ARNS,
  ALARM_NAME,
  DIMENSIONS,
  METRIC_DATA_QUERY,
  METRIC_NAME,
  NAMESPACE,
  TAGS,
  UNIT,
} from '../shapes.ts';
import { alarmArn, type CloudWatch } from '../state.ts';

const SHAPE = {
  AlarmName: needed(ALARM_NAME),
  AlarmDescription: text(length(0, 1024)),
  ActionsEnabled: truth(),
  OKActions: ACTION_ARNS,
  AlarmActions: ACTION_ARNS,
  InsufficientDataActions: ACTION_ARNS,
  MetricName: METRIC_NAME,
  Namespace: NAMESPACE,
  Statistic: text(oneOf(STATISTICS)),
  ExtendedStatistic: text(),
  Dimensions: DIMENSIONS,
  Period: integer(between(1, 604_800)),
  Unit: UNIT,
  EvaluationPeriods: needed(integer(between(1, Number.MAX_SAFE_INTEGER))),
  DatapointsToAlarm: integer(between(1, Number.MAX_SAFE_INTEGER)),
  Threshold: integer(),
  ComparisonOperator: needed(text()),
  TreatMissingData: text(length(1, 255)),
  EvaluateLowSampleCountPercentile: text(length(1, 255)),
  Metrics: list(METRIC_DATA_QUERY),
  Tags: TAGS,
};

type Input = AlarmSettings & { Tags?: Tag[] };

/** Longest time that an alarm looks back, in seconds: a week where periods are of an hour or more, else a day. */
const LONGEST = { hours: 604_800, less: 86_400 } as const;

/** Throws what AWS refuses an alarm with, and what the runtime does not do. */
export const checkAlarm = (input: AlarmSettings): void => {
  const { Metrics, MetricName, Namespace, Statistic, ExtendedStatistic, ComparisonOperator, EvaluationPeriods } = input;
  const { DatapointsToAlarm, TreatMissingData, EvaluateLowSampleCountPercentile: low } = input;
  if (!COMPARISONS.includes(ComparisonOperator))
    throw validation(
      `Value '${ComparisonOperator}' at 'comparisonOperator' is not supported by the embedded runtime: it has [${COMPARISONS.join(', ')}], and no anomaly detection.`,
    );
  if (input.Threshold === undefined) throw validation('The parameter Threshold is required.');
  if (TreatMissingData !== undefined && !MISSING_DATA.includes(TreatMissingData))
    throw validation(`Option ${TreatMissingData} is not supported for parameter TreatMissingData.`);
  if (low !== undefined && (low !== 'evaluate' || ExtendedStatistic === undefined))
    throw validation(
      `The embedded runtime takes EvaluateLowSampleCountPercentile only as "evaluate", with a percentile.`,
    );
  if (DatapointsToAlarm !== undefined && DatapointsToAlarm > EvaluationPeriods)
    throw validation('EvaluationPeriods must be greater than or equal to DatapointsToAlarm.');
  if (Metrics?.length) checkExpression(input, Metrics);
  else {
    if (!MetricName || !Namespace || input.Period === undefined)
      throw validation('Either Metrics, or MetricName, Namespace and Period, must be given.');
    if ((Statistic === undefined) === (ExtendedStatistic === undefined))
      throw validation('One of Statistic and ExtendedStatistic must be given, and not both.');
    readerOf(Statistic ?? ExtendedStatistic ?? '');
    checkPeriod(input.Period);
  }
  const period = periodOf(input);
  if (period * EvaluationPeriods > (period >= 3600 ? LONGEST.hours : LONGEST.less))
    throw validation(
      'Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400); with periods of an hour or more, across more than a week.',
    );
  checkActions(input);
};

const checkExpression = (input: AlarmSettings, queries: NonNullable<AlarmSettings['Metrics']>): void => {
  const single = (
    ['MetricName', 'Namespace', 'Statistic', 'ExtendedStatistic', 'Dimensions', 'Period', 'Unit'] as const
  ).find((name) => {
    const value = input[name];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  if (single) throw validation(`The parameter ${single} cannot be given together with Metrics.`);
  checkQueries(queries);
  const returned = queries.filter(({ ReturnData = true }) => ReturnData);
  if (returned.length !== 1) throw validation('Exactly one element of the metrics list should return data.');
};

const checkActions = ({ OKActions = [], AlarmActions = [], InsufficientDataActions = [] }: AlarmSettings): void => {
  const wrong = [...OKActions, ...AlarmActions, ...InsufficientDataActions].find((arn) => !ACTIONS.test(arn));
  if (wrong === undefined) return;
  throw validation(
    wrong.startsWith('arn:')
      ? `The embedded runtime does not do the action ${wrong}; alarms act on SNS topics and Lambda functions.`
      : `Invalid arn syntax: ${wrong}`,
  );
};

/** Makes an alarm, or replaces its settings; its state stays. */
export const putMetricAlarm = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  differs:
    'Alarms are evaluated when a minute ends, over the periods up to then. They act on topics and functions; anomaly detection, Metrics Insights and actions of EC2, Auto Scaling and Systems Manager are refused.',
  permissions: ({ AlarmName }: Input) => [
    { action: 'cloudwatch:PutMetricAlarm', resource: alarmArn(cloudWatch, String(AlarmName)) },
  ],
  run({ Tags, ...settings }: Input) {
    checkInput(SHAPE, { ...settings, Tags });
    checkAlarm(settings);
    const known = cloudWatch.alarms.store.get(settings.AlarmName);
    const { arn } = cloudWatch.alarms.put(settings);
    if (!known) cloudWatch.tags.keep(arn, Tags);
    return {};
  },
});
