import { invalidCombination, invalidValue, missing, validation } from './errors.ts';
import { evaluate } from './math/evaluate.ts';
import { isList, type Value } from './math/functions.ts';
import { idsIn, type Node, parseExpression } from './math/parse.ts';
import { type Dimension, dimensionsOf } from './metrics/metric.ts';
import { rangeOf, type Series, seriesOf } from './metrics/series.ts';
import { readerOf } from './metrics/statistics.ts';
import type { MetricStore } from './metrics/store.ts';

export type MetricStat = {
  Metric: { Namespace?: string; MetricName?: string; Dimensions?: Dimension[] };
  Period: number;
  Stat: string;
  Unit?: string;
};

export type MetricDataQuery = {
  Id: string;
  MetricStat?: MetricStat;
  Expression?: string;
  Label?: string;
  ReturnData?: boolean;
  Period?: number;
  AccountId?: string;
};

export type QueryResult = { query: MetricDataQuery; label: string; series: Series };

/** Throws `InvalidParameterValue` for a period, in seconds, that the runtime cannot tell apart. */
export const checkPeriod = (period: number, member = 'Period'): void => {
  if ([1, 5, 10, 20, 30].includes(period))
    throw invalidValue(`The embedded runtime keeps metrics by the minute: ${member} must be a multiple of 60.`);
  if (period <= 0 || period % 60 !== 0)
    throw invalidValue(`The parameter ${member} must be a multiple of 60, or one of 1, 5, 10, 20 and 30.`);
};

/** Throws what AWS refuses queries with, expressions that the runtime cannot evaluate included. */
export const checkQueries = (queries: readonly MetricDataQuery[]): void => {
  const ids = queries.map(({ Id }) => Id);
  if (new Set(ids).size < ids.length)
    throw validation('The values for parameter id in MetricDataQueries are not unique.');
  for (const { Id, MetricStat, Expression } of queries) {
    if ((MetricStat === undefined) === (Expression === undefined))
      throw validation(`The query ${Id} must have either MetricStat or Expression.`);
    if (Expression !== undefined) {
      const unknown = idsIn(parseExpression(Expression)).find((id) => !ids.includes(id));
      if (unknown !== undefined)
        throw validation(`Error in expression '${Id}': Unrecognized metric or expression ${unknown}.`);
    }
    if (!MetricStat) continue;
    if (!MetricStat.Metric.Namespace || !MetricStat.Metric.MetricName) throw missing(`MetricStat.Metric of ${Id}`);
    readerOf(MetricStat.Stat);
    checkPeriod(MetricStat.Period);
  }
};

/** The period of an expression: its own, or the longest of what it is made of. */
const periodOf = (
  query: MetricDataQuery,
  all: ReadonlyMap<string, MetricDataQuery>,
  seen: readonly string[] = [],
): number => {
  if (query.MetricStat) return query.MetricStat.Period;
  if (query.Period !== undefined) return query.Period;
  if (seen.includes(query.Id)) throw validation(`Expressions go in a circle: ${[...seen, query.Id].join(', ')}.`);
  const named = idsIn(parseExpression(query.Expression ?? ''));
  const others =
    named.length > 0
      ? named.flatMap((id) => all.get(id) ?? [])
      : [...all.values()].filter(({ MetricStat }) => MetricStat);
  return Math.max(60, ...others.map((other) => periodOf(other, all, [...seen, query.Id])));
};

/**
 * The series of queries, those of expressions included, that begin with `from` and end before `to` (milliseconds).
 * Throws `ValidationError` for expressions that go in circles or that the runtime cannot evaluate.
 */
export const runQueries = (
  store: MetricStore,
  queries: readonly MetricDataQuery[],
  from: number,
  to: number,
): QueryResult[] => {
  const all = new Map(queries.map((query) => [query.Id, query]));
  const values = new Map<string, Value>();
  const valueFor = (id: string, seen: readonly string[] = []): Value => {
    const known = values.get(id);
    if (known !== undefined) return known;
    const query = all.get(id);
    if (!query) throw validation(`Unrecognized metric or expression ${id}.`);
    if (seen.includes(id)) throw validation(`Expressions go in a circle: ${[...seen, id].join(', ')}.`);
    const period = periodOf(query, all);
    const value = query.MetricStat
      ? readMetric(store, query.MetricStat, from, to)
      : calculate(parseExpression(query.Expression ?? ''), period, (other) => valueFor(other, [...seen, id]));
    values.set(id, value);
    return value;
  };
  const calculate = (node: Node, period: number, value: (id: string) => Value): Value => {
    const range = rangeOf(from, to, period);
    const times: number[] = [];
    for (let at = range.from; at < to; at += range.period) times.push(at);
    const metrics = (part = ''): Series[] =>
      queries.filter(({ MetricStat, Id }) => MetricStat && Id.includes(part)).map(({ Id }) => value(Id) as Series);
    const result = evaluate(node, { value, metrics }, { times, periodSeconds: period });
    if (typeof result === 'string') throw validation('The expression is no time series.');
    return typeof result === 'number' ? new Map(times.map((at) => [at, result])) : result;
  };
  return queries
    .filter(({ ReturnData = true }) => ReturnData)
    .flatMap((query) => {
      const value = valueFor(query.Id);
      const label = query.Label ?? query.MetricStat?.Metric.MetricName ?? query.Id;
      const series = isList(value) ? value : [value as Series];
      return series.map((each) => ({ query, label, series: each }));
    });
};

const readMetric = (
  store: MetricStore,
  { Metric, Period, Stat, Unit }: MetricStat,
  from: number,
  to: number,
): Series => {
  const metric = {
    namespace: Metric.Namespace ?? '',
    name: Metric.MetricName ?? '',
    dimensions: dimensionsOf(Metric.Dimensions),
  };
  return seriesOf(store, metric, rangeOf(from, to, Period), readerOf(Stat), Unit);
};

/** Throws `InvalidParameterValue` where a time does not come before another. */
export const checkTimes = (from: number, to: number): void => {
  if (from >= to) throw invalidCombination('The parameter StartTime must be less than the parameter EndTime.');
};
