import type { StatusChange } from '../core.ts';
import type { ExecutionRow, ExecutionStore } from '../store/executions.ts';
import type { Journal } from '../store/journal.ts';

/** Tells of an execution's change of status. What rejects or throws is told again at the next start. */
export type OnStatusChange = (detail: StatusChange) => void | Promise<void>;

/** Tells each change of status in order, at least once: what was not told before a crash is told after it. */
export const createAnnouncer = (
  executions: ExecutionStore,
  journal: Journal,
  notRedrivable: (row: ExecutionRow) => string | undefined,
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
        await onStatusChange?.(detailOf(row, notRedrivable(row)));
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

/** Longest input and output together that an event carries, in bytes as they stand in it. */
const MOST_DATA = 248 * 1024;

/** No character takes more than six bytes, so most texts need not be measured. */
const sizeOf = (text: string | null): number =>
  text === null ? 0 : text.length * 6 < MOST_DATA / 2 ? text.length : Buffer.byteLength(JSON.stringify(text));

/**
 * An input that is too large together with the output is left out, and so is an output that is too large by itself.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
const dataOf = ({ input, output }: ExecutionRow): StatusChange => {
  const told = sizeOf(output) <= MOST_DATA;
  const included = sizeOf(input) + sizeOf(output) <= MOST_DATA;
  return {
    input: included ? input : null,
    output: told ? output : null,
    inputDetails: { included },
    outputDetails: output === null ? null : { included: told },
  };
};

const detailOf = (row: ExecutionRow, reason: string | undefined): StatusChange => ({
  executionArn: row.arn,
  stateMachineArn: row.machine_arn,
  name: row.name,
  status: row.status,
  startDate: row.started_at,
  stopDate: row.stopped_at,
  ...dataOf(row),
  error: row.error,
  cause: row.cause,
  stateMachineVersionArn: row.version_arn,
  stateMachineAliasArn: row.alias_arn,
  redriveCount: row.redrive_count,
  redriveDate: row.redriven_at,
  redriveStatus: reason ? 'NOT_REDRIVABLE' : row.map_run_arn === null ? 'REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN',
  redriveStatusReason: reason ?? null,
});
