import { oneOf } from '../../aws/constraints.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { type Dimension, dimensionsKey, dimensionsOf } from '../metrics/metric.ts';
import { STATISTICS } from '../metrics/statistics.ts';
import { DIMENSIONS, METRIC_NAME, NAMESPACE, PERIOD, UNIT } from '../shapes.ts';
import { alarmArn, type CloudWatch } from '../state.ts';
import { alarmAnswer } from './alarm-answer.ts';

const SHAPE = {
  MetricName: needed(METRIC_NAME),
  Namespace: needed(NAMESPACE),
  Statistic: text(oneOf(STATISTICS)),
  ExtendedStatistic: text(),
  Dimensions: DIMENSIONS,
  Period: PERIOD,
  Unit: UNIT,
};

type Input = {
  MetricName: string;
  Namespace: string;
  Statistic?: string;
  ExtendedStatistic?: string;
  Dimensions?: Dimension[];
  Period?: number;
  Unit?: string;
};

/** The alarms of one metric, those of expressions left out, as on AWS. */
export const describeAlarmsForMetric = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'cloudwatch:DescribeAlarmsForMetric', resource: alarmArn(cloudWatch, '*') }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const wanted = dimensionsKey(dimensionsOf(input.Dimensions));
    const members = ['Namespace', 'MetricName', 'Statistic', 'ExtendedStatistic', 'Period', 'Unit'] as const;
    const found = cloudWatch.alarms.store
      .all()
      .filter(
        ({ settings }) =>
          members.every((member) => input[member] === undefined || settings[member] === input[member]) &&
          dimensionsKey(dimensionsOf(settings.Dimensions)) === wanted,
      );
    return { MetricAlarms: found.map(alarmAnswer) };
  },
});
