import { dimensionsOf, MINUTE } from '../metrics/metric.ts';
import { seriesOf } from '../metrics/series.ts';
import { readerOf } from '../metrics/statistics.ts';
import type { MetricStore } from '../metrics/store.ts';
import { runQueries } from '../query-data.ts';
import { type AlarmSettings, periodOf } from './alarm.ts';
import { type Datapoint, EXTRA_PERIODS } from './judge.ts';

/** The periods that an alarm looks at: those up to the last whole minute, the oldest first. */
export const datapointsOf = (store: MetricStore, settings: AlarmSettings, now: number): Datapoint[] => {
  const period = periodOf(settings) * 1000;
  const to = Math.floor(now / MINUTE) * MINUTE;
  const count = settings.EvaluationPeriods + EXTRA_PERIODS;
  const from = to - count * period;
  const { values, samples } = read(store, settings, from, to, period);
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * period;
    const [value, observed] = [values.get(at), samples?.get(at)];
    return { at, ...(value === undefined ? {} : { value }), ...(observed === undefined ? {} : { samples: observed }) };
  });
};

const read = (store: MetricStore, settings: AlarmSettings, from: number, to: number, period: number) => {
  const { Metrics = [], Namespace = '', MetricName = '', Dimensions, Statistic, ExtendedStatistic, Unit } = settings;
  if (Metrics.length > 0)
    return { values: runQueries(store, Metrics, from, to)[0]?.series ?? new Map<number, number>() };
  const metric = { namespace: Namespace, name: MetricName, dimensions: dimensionsOf(Dimensions) };
  const range = { from, to, period };
  return {
    values: seriesOf(store, metric, range, readerOf(Statistic ?? ExtendedStatistic ?? ''), Unit),
    samples: seriesOf(store, metric, range, ({ count }) => count, Unit),
  };
};
