import type { Series } from '../metrics/series.ts';
import { invalidExpression } from './parse.ts';

/** What an expression gives: one number, the numbers of periods, or several such series. */
export type Value = number | Series | readonly Series[] | string;

/** Beginnings of all periods of a query, and their length in seconds. */
export type Frame = { times: readonly number[]; periodSeconds: number };

export const isList = (value: Value): value is readonly Series[] => Array.isArray(value);

const isSeries = (value: Value): value is Series => value instanceof Map;

/** A function of numbers, applied period by period where one of them is a series; a period that either lacks is left out. */
export const lift =
  (work: (...numbers: number[]) => number) =>
  (...values: Value[]): Value => {
    const list = values.find(isList);
    if (list)
      return list.map(
        (_, index) => lift(work)(...values.map((value) => (isList(value) ? (value[index] ?? 0) : value))) as Series,
      );
    const [first, ...others] = values.filter(isSeries);
    if (!first) return work(...values.map(Number));
    const result = new Map<number, number>();
    for (const at of first.keys()) {
      if (!others.every((other) => other.has(at))) continue;
      const value = work(...values.map((each) => (isSeries(each) ? (each.get(at) ?? 0) : Number(each))));
      // AWS leaves out what is no number, such as a division by zero.
      if (Number.isFinite(value)) result.set(at, value);
    }
    return result;
  };

/** A function of many numbers: over one series a number, over several a series. */
const fold =
  (work: (numbers: readonly number[]) => number) =>
  ([value]: readonly Value[]): Value => {
    if (value === undefined) throw invalidExpression('a function lacks its argument');
    if (isSeries(value)) return work([...value.values()]);
    if (!isList(value)) return work([Number(value)]);
    const times = new Set(value.flatMap((each) => [...each.keys()]));
    return new Map(
      [...times]
        .sort((one, other) => one - other)
        .map((at) => [at, work(value.flatMap((each) => each.get(at) ?? []))] as const),
    );
  };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const average = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const deviation = (numbers: readonly number[]): number =>
  Math.sqrt(average(numbers.map((each) => (each - average(numbers)) ** 2)));

const each =
  (work: (series: Series, frame: Frame) => Series) =>
  ([value]: readonly Value[], frame: Frame): Value => {
    if (value !== undefined && isList(value)) return value.map((series) => work(series, frame));
    if (value === undefined || !isSeries(value)) throw invalidExpression('a function takes a time series');
    return work(value, frame);
  };

const steps = (series: Series, work: (change: number, seconds: number) => number): Series => {
  const result = new Map<number, number>();
  let before: readonly [number, number] | undefined;
  for (const [at, value] of [...series].sort(([one], [other]) => one - other)) {
    if (before) result.set(at, work(value - before[1], (at - before[0]) / 1000));
    before = [at, value];
  }
  return result;
};

const fill = ([value, filler]: readonly Value[], { times }: Frame): Value => {
  if (value !== undefined && isList(value))
    return value.map((series) => fill([series, filler ?? 0], { times, periodSeconds: 0 }) as Series);
  if (value === undefined || !isSeries(value)) throw invalidExpression('FILL takes a time series');
  if (filler === 'REPEAT') {
    let last: number | undefined;
    return new Map(
      times.flatMap((at) => {
        last = value.get(at) ?? last;
        return last === undefined ? [] : [[at, last] as const];
      }),
    );
  }
  if (typeof filler === 'string') throw invalidExpression(`the embedded runtime does not do FILL with ${filler}`);
  const other = filler;
  return new Map(
    times.flatMap((at) => {
      const own = value.get(at) ?? (isSeries(other ?? 0) ? (other as Series).get(at) : Number(other));
      return own === undefined ? [] : [[at, own] as const];
    }),
  );
};

export const FUNCTIONS: Readonly<Record<string, (values: readonly Value[], frame: Frame) => Value>> = {
  ABS: (values) => lift(Math.abs)(...values),
  CEIL: (values) => lift(Math.ceil)(...values),
  FLOOR: (values) => lift(Math.floor)(...values),
  LOG: (values) => lift(Math.log)(...values),
  LOG10: (values) => lift(Math.log10)(...values),
  IF: ([condition = 0, yes = 1, no]) => choose(condition, yes, no),
  AVG: fold(average),
  MAX: fold((numbers) => Math.max(...numbers)),
  MIN: fold((numbers) => Math.min(...numbers)),
  STDDEV: fold(deviation),
  SUM: fold(sum),
  METRIC_COUNT: ([value = 0]) => (isList(value) ? value.length : 1),
  DATAPOINT_COUNT: fold((numbers) => numbers.length),
  PERIOD: (_, { periodSeconds }) => periodSeconds,
  DIFF: each((series) => steps(series, (change) => change)),
  RATE: each((series) => steps(series, (change, seconds) => change / seconds)),
  RUNNING_SUM: each((series) => {
    let total = 0;
    return new Map(
      [...series].map(([at, value]) => {
        total += value;
        return [at, total] as const;
      }),
    );
  }),
  FILL: fill,
};

/** A period whose condition holds has the first value, another the second, or none where there is no second. */
const choose = (condition: Value, yes: Value, no: Value | undefined): Value => {
  const at = (value: Value | undefined, time: number): number | undefined =>
    value === undefined ? undefined : isSeries(value) ? value.get(time) : Number(value);
  if (!isSeries(condition)) return Number(condition) === 0 ? (no ?? new Map()) : yes;
  const result = new Map<number, number>();
  for (const [time, holds] of condition) {
    const value = at(holds === 0 ? no : yes, time);
    if (value !== undefined) result.set(time, value);
  }
  return result;
};
