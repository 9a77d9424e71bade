import type { DatabaseSync } from 'node:sqlite';
import type { Ending, ExecutionStatus } from './executions.ts';

export type ChildStatus = 'PENDING' | ExecutionStatus;

/** A child of a map run, from before it starts: `position` counts from 0, `items` is how many items it processes. */
export type ChildRow = {
  map_run: number;
  position: number;
  items: number;
  status: ChildStatus;
  input: string;
  /** The execution's, once it has started. */
  arn: string | null;
  /** The execution's key while it runs. */
  execution: number | null;
  output: string | null;
  error: string | null;
  cause: string | null;
  started_at: number | null;
  stopped_at: number | null;
  redrive_count: number;
};

/** How many children are in a status, and how many items they have. */
export type ChildCount = { status: ChildStatus; executions: number; items: number };

/** Children of map runs; what a child ended with stays here, for an Express child has no other record. */
export const createMapChildStore = (database: DatabaseSync) => {
  const insert = database.prepare(
    "INSERT INTO states_map_children (map_run, position, items, status, input) VALUES (?, ?, ?, 'PENDING', ?)",
  );
  const clear = database.prepare('DELETE FROM states_map_children WHERE map_run = ?');
  const waiting = database.prepare(
    'SELECT * FROM states_map_children WHERE map_run = ? AND status = ? ORDER BY position LIMIT ?',
  );
  const ofStatus = database.prepare(
    'SELECT * FROM states_map_children WHERE map_run = ? AND status = ? AND position > ? ORDER BY position LIMIT ?',
  );
  const all = database.prepare(
    'SELECT * FROM states_map_children WHERE map_run = ? AND position > ? ORDER BY position LIMIT ?',
  );
  const running = database.prepare(
    "SELECT execution, arn, items FROM states_map_children WHERE map_run = ? AND status = 'RUNNING'",
  );
  const begin = database.prepare(
    `UPDATE states_map_children SET status = 'RUNNING', arn = ?, execution = ?, started_at = coalesce(started_at, ?),
     redrive_count = redrive_count + (status = 'PENDING_REDRIVE'), stopped_at = NULL, output = NULL, error = NULL, cause = NULL
     WHERE map_run = ? AND position = ?`,
  );
  const end = database.prepare(
    `UPDATE states_map_children SET status = ?, output = ?, error = ?, cause = ?, stopped_at = ?, execution = NULL
     WHERE execution = ?`,
  );
  const pendingRedrive = database.prepare(
    `UPDATE states_map_children SET before_redrive = status, status = 'PENDING_REDRIVE' WHERE map_run = ? AND position = ?`,
  );
  const notRedriven = database.prepare(
    `UPDATE states_map_children SET status = before_redrive WHERE map_run = ? AND status = 'PENDING_REDRIVE'`,
  );
  const counts = database.prepare(
    `SELECT status, count(*) AS executions, sum(items) AS items FROM states_map_children WHERE map_run = ? GROUP BY status`,
  );
  const itemsOf = database.prepare('SELECT items FROM states_map_children WHERE arn = ?');
  const failedBefore = database.prepare(
    `SELECT count(*) AS executions, coalesce(sum(items), 0) AS items FROM states_map_children
     WHERE map_run = ? AND status IN ('FAILED', 'TIMED_OUT', 'ABORTED') AND stopped_at < ?`,
  );
  return {
    insert: (mapRun: number, position: number, items: number, input: string) =>
      insert.run(mapRun, position, items, input),
    clear: (mapRun: number) => clear.run(mapRun),
    /** The next that have not started, or not again. */
    waiting: (mapRun: number, limit: number): ChildRow[] => {
      const pending = waiting.all(mapRun, 'PENDING_REDRIVE', limit) as ChildRow[];
      return [...pending, ...(waiting.all(mapRun, 'PENDING', limit - pending.length) as ChildRow[])];
    },
    /** In order of position, after the position `after`; of all statuses where none is given. */
    page: (mapRun: number, after: number, limit: number, status?: ChildStatus) =>
      (status === undefined ? all.all(mapRun, after, limit) : ofStatus.all(mapRun, status, after, limit)) as ChildRow[],
    running: (mapRun: number) => running.all(mapRun) as { execution: number; arn: string; items: number }[],
    begin: ({ map_run, position }: ChildRow, arn: string, execution: number, at: number) =>
      begin.run(arn, execution, at, map_run, position),
    end: (execution: number, { status, output, error, cause, at }: Ending) =>
      end.run(status, output ?? null, error ?? null, cause ?? null, at, execution),
    pendingRedrive: ({ map_run, position }: ChildRow) => pendingRedrive.run(map_run, position),
    /** Those that were to run again and did not, because the map run has ended, are what they were. */
    notRedriven: (mapRun: number) => notRedriven.run(mapRun),
    /** How many items the child of an ARN processes. */
    itemsOf: (arn: string) => Number(itemsOf.get(arn)?.items ?? 0),
    /** Those that failed before a time. */
    failedBefore: (mapRun: number, before: number) =>
      failedBefore.get(mapRun, before) as { executions: number; items: number },
    counts: (mapRun: number) => counts.all(mapRun) as ChildCount[],
  };
};

export type MapChildStore = ReturnType<typeof createMapChildStore>;
