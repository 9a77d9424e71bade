import type { Dimension } from '../metrics/metric.ts';
import type { MetricDataQuery } from '../query-data.ts';

export type StateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export const MISSING_DATA = ['breaching', 'notBreaching', 'ignore', 'missing'] as const;

/** What PutMetricAlarm sets. */
export type AlarmSettings = {
  AlarmName: string;
  AlarmDescription?: string;
  ActionsEnabled?: boolean;
  OKActions?: string[];
  AlarmActions?: string[];
  InsufficientDataActions?: string[];
  MetricName?: string;
  Namespace?: string;
  Statistic?: string;
  ExtendedStatistic?: string;
  Dimensions?: Dimension[];
  Period?: number;
  Unit?: string;
  EvaluationPeriods: number;
  DatapointsToAlarm?: number;
  Threshold?: number;
  ComparisonOperator: string;
  TreatMissingData?: (typeof MISSING_DATA)[number];
  EvaluateLowSampleCountPercentile?: string;
  Metrics?: MetricDataQuery[];
};

export type AlarmState = {
  value: StateValue;
  reason: string;
  /** JSON. */
  reasonData?: string;
  /** When it was evaluated to this last, and when it became this; milliseconds. */
  updatedAt: number;
  transitionedAt: number;
};

export type Alarm = { arn: string; settings: AlarmSettings; configuredAt: number; state: AlarmState };

/** The period of an alarm, in seconds. */
export const periodOf = ({ Period, Metrics = [] }: AlarmSettings): number =>
  Period ?? Math.max(60, ...Metrics.map((query) => query.MetricStat?.Period ?? query.Period ?? 60));

/** The metrics that an alarm looks at. */
export const watched = ({ Namespace, MetricName, Metrics = [] }: AlarmSettings): string[] =>
  Metrics.length > 0
    ? Metrics.flatMap(({ MetricStat }) =>
        MetricStat ? [watchKey(MetricStat.Metric.Namespace, MetricStat.Metric.MetricName)] : [],
      )
    : [watchKey(Namespace, MetricName)];

export const watchKey = (namespace = '', name = ''): string => `${namespace}\n${name}`;

/** A moment as alarms write it: `2026-01-01T00:00:00.000+0000`. */
export const alarmTime = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('Z', '+0000');
