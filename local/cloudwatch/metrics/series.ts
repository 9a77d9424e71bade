import type { Distribution } from './distribution.ts';
import { together } from './distribution.ts';
import { type Metric, MINUTE } from './metric.ts';
import type { Read } from './statistics.ts';
import type { MetricStore } from './store.ts';

/** A period of a metric: its beginning and what was observed in it. */
export type Period = { at: number; distribution: Distribution; unit: string };

/** The range of a query; `period` in milliseconds. Periods begin at `from`. */
export type Range = { from: number; to: number; period: number };

/** A range that begins with a whole minute, as AWS rounds it. */
export const rangeOf = (from: number, to: number, periodSeconds: number): Range => ({
  from: Math.floor(from / MINUTE) * MINUTE,
  to,
  period: periodSeconds * 1000,
});

/** The periods of a metric in which there was something, in order of time; each unit apart unless one is wanted. */
export const periods = (store: MetricStore, metric: Metric, { from, to, period }: Range, unit?: string): Period[] => {
  const found = new Map<string, { at: number; unit: string; parts: Distribution[] }>();
  for (const minute of store.minutes(metric, from, to, unit)) {
    const at = from + Math.floor((minute.at - from) / period) * period;
    const key = `${at}/${minute.unit}`;
    const known = found.get(key);
    if (known) known.parts.push(minute);
    else found.set(key, { at, unit: minute.unit, parts: [minute] });
  }
  return [...found.values()].flatMap(({ parts, ...rest }) => {
    const distribution = together(parts);
    return distribution ? [{ ...rest, distribution }] : [];
  });
};

/** Values by the beginning of their period, in milliseconds. */
export type Series = ReadonlyMap<number, number>;

/** One statistic of a metric; units are taken together where none is wanted. */
export const seriesOf = (store: MetricStore, metric: Metric, range: Range, read: Read, unit?: string): Series => {
  const byTime = new Map<number, Distribution[]>();
  for (const { at, distribution } of periods(store, metric, range, unit))
    byTime.set(at, [...(byTime.get(at) ?? []), distribution]);
  const series = new Map<number, number>();
  for (const [at, parts] of byTime) {
    const whole = together(parts);
    const value = whole && read(whole);
    if (value !== undefined) series.set(at, value);
  }
  return series;
};
