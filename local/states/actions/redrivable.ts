import type { Core } from '../core.ts';
import type { ExecutionRow } from '../store/executions.ts';

/** How long after its end AWS lets an execution be redriven: 14 days, in milliseconds. */
export const REDRIVABLE_PERIOD = 14 * 24 * 3_600_000;

/** Why an execution cannot be redriven, or undefined where it can. */
export const notRedrivable = (core: Core, row: ExecutionRow): string | undefined => {
  if (row.status === 'SUCCEEDED' || row.status === 'RUNNING')
    return `Execution is ${row.status} and cannot be redriven`;
  if (core.clock.now() - (row.stopped_at ?? 0) > REDRIVABLE_PERIOD) return 'Redrivable period exceeded';
  if (core.journal.lastId(row.key) >= 24_999) return 'Execution history event limit exceeded';
  return undefined;
};
