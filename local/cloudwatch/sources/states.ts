import type { Metrics } from '../cloudwatch.ts';

type StatusChange = { stateMachineArn?: unknown; status?: unknown; startDate?: unknown; stopDate?: unknown };

const COUNTERS: Readonly<Record<string, string>> = {
  RUNNING: 'ExecutionsStarted',
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

/** The numbers of `AWS/States`, by state machine. */
export const statesMetrics =
  (metrics: Metrics) =>
  ({ stateMachineArn, status, startDate, stopDate }: StatusChange): void => {
    const counter = COUNTERS[String(status)];
    if (counter === undefined) return;
    const dimensions = { StateMachineArn: String(stateMachineArn) };
    metrics.put('AWS/States', counter, dimensions, 1, 'Count');
    if (typeof startDate === 'number' && typeof stopDate === 'number')
      metrics.put('AWS/States', 'ExecutionTime', dimensions, stopDate - startDate, 'Milliseconds');
  };
