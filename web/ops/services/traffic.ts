import type { MetricDataResult } from '@aws-sdk/client-cloudwatch';
import type { Asked, MeasureName, Steps } from './measures.ts';

/** What was observed of a part in a time: the whole, and along the time where there is something of it. */
export type Traffic = {
  totals: Readonly<Partial<Record<MeasureName, number>>>;
  series: Readonly<Partial<Record<MeasureName, readonly (number | undefined)[]>>>;
};

export const NO_TRAFFIC: Traffic = { totals: {}, series: {} };

const ADDED = new Set<MeasureName>(['count', 'errors', 'timeouts', 'throttles', 'reads', 'writes']);

/** Gauges and percentiles are told by their highest: one that is too high tells more than one that is too low. */
const together = (name: MeasureName, values: readonly number[]): number =>
  ADDED.has(name) ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);

/** CloudWatch's answers by part. A measure of which there is nothing is missing: nothing was observed, which is not zero. */
export const trafficOf = (
  asked: readonly Asked[],
  results: readonly MetricDataResult[],
  { from, step, count }: Steps,
): ReadonlyMap<string, Traffic> => {
  const byId = new Map<string, { values: number[]; times: number[] }>();
  for (const { Id = '', Values = [], Timestamps = [] } of results) {
    const known = byId.get(Id) ?? { values: [], times: [] };
    known.values.push(...Values);
    known.times.push(...Timestamps.map((time) => time.getTime()));
    byId.set(Id, known);
  }
  const found = new Map<string, { totals: Record<string, number>; series: Record<string, (number | undefined)[]> }>();
  for (const { node, measure, query } of asked) {
    const { values, times } = byId.get(query.Id ?? '') ?? { values: [], times: [] };
    if (values.length === 0) continue;
    const traffic = found.get(node) ?? { totals: {}, series: {} };
    traffic.totals[measure.name] = together(measure.name, values);
    if ((query.MetricStat?.Period ?? 0) * 1000 === step) {
      const series = new Array<number | undefined>(count).fill(undefined);
      for (const [index, at] of times.entries()) {
        const place = Math.floor((at - from) / step);
        if (place >= 0 && place < count) series[place] = values[index];
      }
      traffic.series[measure.name] = series;
    }
    found.set(node, traffic);
  }
  return found;
};

/** Failures and what ran out of time. */
export const failuresOf = ({ totals: { errors = 0, timeouts = 0 } }: Traffic): number => errors + timeouts;

/** Calls a minute. */
export const rateOf = ({ totals: { count } }: Traffic, { from, to }: Steps): number | undefined =>
  count === undefined ? undefined : (count * 60_000) / (to - from);

/** How a part stands: `failed` where it fails or keeps dead letters, `retried` where it is refused for being too busy. */
export const healthOf = (traffic: Traffic): 'failed' | 'retried' | 'succeeded' | 'waiting' => {
  const { count, depth = 0, throttles = 0, reads, writes } = traffic.totals;
  if (failuresOf(traffic) > 0 || depth > 0) return 'failed';
  if (throttles > 0) return 'retried';
  return (count ?? 0) > 0 || reads !== undefined || writes !== undefined ? 'succeeded' : 'waiting';
};

const added = (
  one: readonly (number | undefined)[] | undefined,
  other: readonly (number | undefined)[] | undefined,
): readonly (number | undefined)[] | undefined =>
  one && other
    ? one.map((value, index) =>
        value === undefined && other[index] === undefined ? undefined : (value ?? 0) + (other[index] ?? 0),
      )
    : (one ?? other);

/** Several parts as one: what is counted is added up, of the rest the highest is told. */
export const sumOf = (all: readonly Traffic[]): Traffic => {
  const totals: Partial<Record<MeasureName, number>> = {};
  const series: Partial<Record<MeasureName, readonly (number | undefined)[]>> = {};
  for (const traffic of all) {
    for (const [key, value] of Object.entries(traffic.totals)) {
      const name = key as MeasureName;
      const known = totals[name];
      totals[name] = known === undefined ? value : together(name, [known, value]);
    }
    for (const name of ['count', 'errors'] as const) {
      const sum = added(series[name], traffic.series[name]);
      if (sum) series[name] = sum;
    }
  }
  // Messages of all queues together; they are in no two of them.
  if (totals.depth !== undefined) totals.depth = all.reduce((sum, { totals: { depth = 0 } }) => sum + depth, 0);
  return { totals, series };
};
