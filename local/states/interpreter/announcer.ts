import type { StatusChange } from '../core.ts';
import type { ExecutionRow, ExecutionStore } from '../store/executions.ts';
import type { Journal } from '../store/journal.ts';

/** Tells of an execution's change of status. What rejects or throws is told again at the next start. */
export type OnStatusChange = (detail: StatusChange) => void | Promise<void>;

/** Tells each change of status in order, at least once: what was not told before a crash is told after it. */
export const createAnnouncer = (
  executions: ExecutionStore,
  journal: Journal,
  onStatusChange: OnStatusChange | undefined,
) => {
  let chain: Promise<void> = Promise.resolve();
  let marked: Promise<void> = Promise.resolve();
  /** Not waited for before the next is told, so that many are marked together. Once the journal is closed each is marked alone. */
  const mark = async (row: ExecutionRow): Promise<void> => {
    const announced = (): void => void executions.announced(row.key, row.status);
    try {
      await journal.group(announced).catch(announced);
    } catch {
      // The store takes nothing any more: it stays untold, and is told again at the next start.
    }
  };
  const tell = (row: ExecutionRow): void => {
    chain = chain.then(async () => {
      try {
        await onStatusChange?.(detailOf(row));
        marked = mark(row);
      } catch {
        // Stays marked as untold.
      }
    });
  };
  return {
    /** Tells of a row as it is now. */
    announce: (row: ExecutionRow): void => {
      if (onStatusChange) tell(row);
    },
    /** Tells what an earlier run of the process could not. */
    catchUp: (): void => {
      if (onStatusChange) for (const row of executions.unannounced()) tell(row);
    },
    settled: async (): Promise<void> => {
      await chain;
      await marked;
    },
  };
};

const detailOf = (row: ExecutionRow): StatusChange => ({
  executionArn: row.arn,
  stateMachineArn: row.machine_arn,
  name: row.name,
  status: row.status,
  startDate: row.started_at,
  stopDate: row.stopped_at,
  input: row.input,
  output: row.output,
  inputDetails: { included: true },
  outputDetails: row.output === null ? null : { included: true },
  error: row.error,
  cause: row.cause,
  stateMachineVersionArn: row.version_arn,
  stateMachineAliasArn: row.alias_arn,
  redriveCount: row.redrive_count,
  redriveDate: row.redriven_at,
});
