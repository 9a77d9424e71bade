import { length, oneOf } from '../../aws/constraints.ts';
import { checkInput, list, moment, momentOf, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { invalidCombination, missing } from '../errors.ts';
import { type Dimension, dimensionsOf } from '../metrics/metric.ts';
import { periods, rangeOf } from '../metrics/series.ts';
import { readerOf, STATISTICS } from '../metrics/statistics.ts';
import { checkPeriod, checkTimes } from '../query-data.ts';
import { DIMENSIONS, METRIC_NAME, NAMESPACE, PERIOD, UNIT } from '../shapes.ts';
import type { CloudWatch } from '../state.ts';

const SHAPE = {
  Namespace: needed(NAMESPACE),
  MetricName: needed(METRIC_NAME),
  Dimensions: DIMENSIONS,
  StartTime: needed(moment()),
  EndTime: needed(moment()),
  Period: needed(PERIOD),
  Statistics: list(text(oneOf(STATISTICS)), length(1, 5)),
  ExtendedStatistics: list(text(), length(1, 10)),
  Unit: UNIT,
};

/** Most datapoints of an answer. */
const MOST = 1440;

type Input = {
  Namespace: string;
  MetricName: string;
  Dimensions?: Dimension[];
  StartTime: unknown;
  EndTime: unknown;
  Period: number;
  Statistics?: string[];
  ExtendedStatistics?: string[];
  Unit?: string;
};

/** Statistics of one metric by period. */
export const getMetricStatistics = ({ store }: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'Periods are minutes or longer; percentiles and the five plain statistics are the ones that there are.',
  permissions: () => [{ action: 'cloudwatch:GetMetricStatistics', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Namespace, MetricName, Dimensions, Period, Statistics = [], ExtendedStatistics = [], Unit } = input;
    const [from, to] = [momentOf(input.StartTime), momentOf(input.EndTime)];
    checkTimes(from, to);
    checkPeriod(Period);
    if (Statistics.length + ExtendedStatistics.length === 0) throw missing('Statistics or ExtendedStatistics');
    if ((to - from) / 1000 / Period > MOST)
      throw invalidCombination(
        `You have requested up to ${Math.ceil((to - from) / 1000 / Period)} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
      );
    const metric = { namespace: Namespace, name: MetricName, dimensions: dimensionsOf(Dimensions) };
    const extended = ExtendedStatistics.map((name) => [name, readerOf(name)] as const);
    const Datapoints = periods(store, metric, rangeOf(from, to, Period), Unit).map(({ at, unit, distribution }) => ({
      Timestamp: new Date(at),
      ...Object.fromEntries(Statistics.map((name) => [name, readerOf(name)(distribution)])),
      Unit: unit,
      ...(extended.length > 0
        ? { ExtendedStatistics: Object.fromEntries(extended.map(([name, read]) => [name, read(distribution)])) }
        : {}),
    }));
    return { Label: MetricName, Datapoints };
  },
});
