import { check, required } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { ChildCount, ChildStatus } from '../store/map-children.ts';
import { seconds } from './arns.ts';
import { LONG_ARN, mapRunOf } from './map-run-input.ts';
import { operation } from './operation.ts';
import { REDRIVABLE_PERIOD } from './redrivable.ts';

/** The members of the counts by the status of a child. */
const MEMBERS: Readonly<Record<ChildStatus, string>> = {
  PENDING: 'pending',
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  ABORTED: 'aborted',
  PENDING_REDRIVE: 'pendingRedrive',
};

/** A map run with its settings, and how far its children are. */
export const describeMapRun = (core: Core) =>
  operation<{ mapRunArn?: string }>('DescribeMapRun', 'mapRunArn', (input) => {
    check(required('mapRunArn', input.mapRunArn, LONG_ARN));
    const row = mapRunOf(core, input.mapRunArn);
    const counts = core.mapChildren.counts(row.key);
    const before = row.type === 'STANDARD' ? core.clock.now() - REDRIVABLE_PERIOD : Number.NEGATIVE_INFINITY;
    const stale = core.mapChildren.failedBefore(row.key, before);
    return {
      mapRunArn: row.arn,
      executionArn: core.executions.byKey(row.execution)?.arn ?? '',
      status: row.status,
      startDate: seconds(row.started_at),
      ...(row.stopped_at === null ? {} : { stopDate: seconds(row.stopped_at) }),
      maxConcurrency: row.max_concurrency,
      toleratedFailureCount: row.tolerated_count ?? 0,
      toleratedFailurePercentage: row.tolerated_percentage ?? 0,
      itemCounts: countsOf(counts, 'items', row.results_written === 1, stale.items),
      executionCounts: countsOf(counts, 'executions', row.results_written === 1, stale.executions),
      redriveCount: row.redrive_count,
      ...(row.redriven_at === null ? {} : { redriveDate: seconds(row.redriven_at) }),
    };
  });

const countsOf = (
  counts: readonly ChildCount[],
  what: 'items' | 'executions',
  written: boolean,
  failuresNotRedrivable: number,
): object => {
  const total = counts.reduce((sum, count) => sum + count[what], 0);
  return {
    ...Object.fromEntries(Object.values(MEMBERS).map((member) => [member, 0])),
    ...Object.fromEntries(counts.map((count) => [MEMBERS[count.status], count[what]])),
    total,
    resultsWritten: written ? total : 0,
    failuresNotRedrivable,
  };
};
