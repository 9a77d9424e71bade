import type { Metrics } from '../cloudwatch.ts';

/** What became of a request to a function; `concurrent` counts it and those beside it. Times in milliseconds. */
export type InvocationOutcome =
  | { is: 'ended'; failed: boolean; durationMs: number; concurrent: number }
  | { is: 'throttled' };

/** The numbers of `AWS/Lambda`: of a function, of the version or alias that was asked for, and of all functions. */
export const lambdaMetrics =
  (metrics: Metrics) =>
  (name: string, qualifier: string | undefined, outcome: InvocationOutcome): void => {
    const resource = qualifier === undefined ? name : `${name}:${qualifier}`;
    const ofFunction: Readonly<Record<string, string>> = { FunctionName: name };
    for (const dimensions of [{}, ofFunction, { ...ofFunction, Resource: resource }]) {
      const put = (metric: string, value: number, unit: string): void =>
        metrics.put('AWS/Lambda', metric, dimensions, value, unit);
      put('Throttles', outcome.is === 'throttled' ? 1 : 0, 'Count');
      if (outcome.is === 'throttled') continue;
      put('Invocations', 1, 'Count');
      put('Errors', outcome.failed ? 1 : 0, 'Count');
      put('Duration', outcome.durationMs, 'Milliseconds');
      put('ConcurrentExecutions', outcome.concurrent, 'Count');
    }
  };

/** How long an event waited before its function was tried with it, in milliseconds. */
export const asyncEventAge =
  (metrics: Metrics) =>
  (name: string, age: number): void =>
    metrics.put('AWS/Lambda', 'AsyncEventAge', { FunctionName: name }, age, 'Milliseconds');
