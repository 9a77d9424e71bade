import type { Metrics } from '../cloudwatch.ts';
import { addTo, type Distribution, observation, observations } from '../metrics/distribution.ts';
import { MINUTE } from '../metrics/metric.ts';

/** What became of a request to a function; `concurrent` counts it and those beside it. Times in milliseconds. */
export type InvocationOutcome =
  | { is: 'ended'; failed: boolean; durationMs: number; concurrent: number }
  | { is: 'throttled' };

/** The requests of a minute to one version or alias of a function, until they are added up. */
type Tally = {
  name: string;
  resource: string;
  minute: number;
  throttled: number;
  failed: number;
  durations: number[];
  concurrent: number[];
};

const countOf = (hits: number, misses: number): Distribution => {
  const counted = observation(1, hits);
  const others = observation(0, misses);
  if (hits === 0) return others;
  if (misses > 0) addTo(counted, others);
  return counted;
};

/**
 * The numbers of `AWS/Lambda`: of a function, of the version or alias that was asked for, and of all functions. A request
 * costs as good as nothing here: requests are noted, and added up when numbers are written.
 */
export const lambdaMetrics = (metrics: Metrics) => {
  const tallies = new Map<string, Tally>();
  const wake = metrics.gather(() => {
    for (const tally of tallies.values()) putTally(metrics, tally);
    tallies.clear();
  });
  return (name: string, qualifier: string | undefined, outcome: InvocationOutcome): void => {
    const minute = Math.floor(metrics.now() / MINUTE) * MINUTE;
    const resource = qualifier === undefined ? name : `${name}:${qualifier}`;
    const key = `${resource} ${minute}`;
    let tally = tallies.get(key);
    if (!tally) {
      tally = { name, resource, minute, throttled: 0, failed: 0, durations: [], concurrent: [] };
      tallies.set(key, tally);
      wake();
    }
    if (outcome.is === 'throttled') {
      tally.throttled += 1;
      return;
    }
    if (outcome.failed) tally.failed += 1;
    tally.durations.push(outcome.durationMs);
    tally.concurrent.push(outcome.concurrent);
  };
};

const putTally = (
  metrics: Metrics,
  { name, resource, minute, throttled, failed, durations, concurrent }: Tally,
): void => {
  const ended = durations.length;
  const ofFunction: Readonly<Record<string, string>> = { FunctionName: name };
  for (const dimensions of [{}, ofFunction, { ...ofFunction, Resource: resource }]) {
    const put = (metric: string, value: Distribution, unit: string): void =>
      metrics.put('AWS/Lambda', metric, dimensions, value, unit, minute);
    put('Throttles', countOf(throttled, ended), 'Count');
    if (ended === 0) continue;
    put('Invocations', countOf(ended, 0), 'Count');
    put('Errors', countOf(failed, ended - failed), 'Count');
    put('Duration', observations(durations), 'Milliseconds');
    put('ConcurrentExecutions', observations(concurrent), 'Count');
  }
};

/** How long an event waited before its function was tried with it, in milliseconds. */
export const asyncEventAge =
  (metrics: Metrics) =>
  (name: string, age: number): void =>
    metrics.put('AWS/Lambda', 'AsyncEventAge', { FunctionName: name }, age, 'Milliseconds');
