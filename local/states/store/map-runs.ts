import type { DatabaseSync } from 'node:sqlite';

export type MapRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** A run of a Distributed Map: `execution`, `path` and `attempt` say which attempt at which visit of a state began it. */
export type MapRunRow = {
  key: number;
  arn: string;
  execution: number;
  path: string;
  attempt: number;
  /** The state machine that its children name as theirs: `…:stateMachine:<machine>/<label>`. */
  machine_arn: string;
  /** What its children are. */
  type: 'STANDARD' | 'EXPRESS';
  status: MapRunStatus;
  /** The error that it failed with. */
  error: string | null;
  /** 1 once the inputs of all children are kept; before that no child has begun. */
  has_items: 0 | 1;
  /** 0 for as many as the service allows. */
  max_concurrency: number;
  tolerated_count: number | null;
  tolerated_percentage: number | null;
  /** 1 once a ResultWriter has written the results. */
  results_written: 0 | 1;
  redrive_count: number;
  redriven_at: number | null;
  started_at: number;
  stopped_at: number | null;
};

export type MapRunStart = Pick<
  MapRunRow,
  | 'arn'
  | 'execution'
  | 'path'
  | 'attempt'
  | 'machine_arn'
  | 'type'
  | 'max_concurrency'
  | 'tolerated_count'
  | 'tolerated_percentage'
  | 'started_at'
>;

const STARTED = [
  'arn',
  'execution',
  'path',
  'attempt',
  'machine_arn',
  'type',
  'max_concurrency',
  'tolerated_count',
  'tolerated_percentage',
  'started_at',
] as const;

/** The settings that UpdateMapRun may change. */
export type MapRunSettings = Partial<Pick<MapRunRow, 'max_concurrency' | 'tolerated_count' | 'tolerated_percentage'>>;

/** Map runs, kept after they end. */
export const createMapRunStore = (database: DatabaseSync) => {
  const insert = database.prepare(
    `INSERT INTO states_map_runs (status, ${STARTED.join(', ')}) VALUES ('RUNNING'${', ?'.repeat(STARTED.length)})`,
  );
  const byArn = database.prepare('SELECT * FROM states_map_runs WHERE arn = ?');
  const byKey = database.prepare('SELECT * FROM states_map_runs WHERE key = ?');
  const ofAttempt = database.prepare(
    'SELECT * FROM states_map_runs WHERE execution = ? AND path = ? AND attempt = ? ORDER BY key DESC LIMIT 1',
  );
  const orphans = database.prepare(
    `SELECT r.* FROM states_map_runs r JOIN states_executions e ON e.key = r.execution
     WHERE r.status = 'RUNNING' AND e.status <> 'RUNNING' ORDER BY r.key`,
  );
  const list = database.prepare(
    'SELECT * FROM states_map_runs WHERE execution = ? AND key < ? ORDER BY key DESC LIMIT ?',
  );
  const hasItems = database.prepare('UPDATE states_map_runs SET has_items = 1 WHERE key = ?');
  const written = database.prepare('UPDATE states_map_runs SET results_written = 1 WHERE key = ?');
  const end = database.prepare('UPDATE states_map_runs SET status = ?, error = ?, stopped_at = ? WHERE key = ?');
  const redrive = database.prepare(
    `UPDATE states_map_runs SET status = 'RUNNING', error = NULL, stopped_at = NULL, results_written = 0,
     redrive_count = redrive_count + 1, redriven_at = ? WHERE key = ?`,
  );
  const update = database.prepare(
    'UPDATE states_map_runs SET max_concurrency = ?, tolerated_count = ?, tolerated_percentage = ? WHERE key = ?',
  );
  return {
    insert: (row: MapRunStart): number => Number(insert.run(...STARTED.map((column) => row[column])).lastInsertRowid),
    byArn: (arn: string) => byArn.get(arn) as MapRunRow | undefined,
    byKey: (key: number) => byKey.get(key) as MapRunRow | undefined,
    ofAttempt: (execution: number, path: string, attempt: number) =>
      ofAttempt.get(execution, path, attempt) as MapRunRow | undefined,
    /** Those that run though the execution that started them has ended. */
    orphans: () => orphans.all() as MapRunRow[],
    /** Newest first, at most `limit`, of those started before the map run `before`. */
    list: (execution: number, before: number, limit: number) => list.all(execution, before, limit) as MapRunRow[],
    hasItems: (key: number) => hasItems.run(key),
    written: (key: number) => written.run(key),
    end: (key: number, status: MapRunStatus, at: number, error?: string) => end.run(status, error ?? null, at, key),
    redrive: (key: number, at: number) => redrive.run(at, key),
    update: (row: MapRunRow, settings: MapRunSettings) => {
      const { max_concurrency, tolerated_count, tolerated_percentage, key } = { ...row, ...settings };
      return update.run(max_concurrency, tolerated_count, tolerated_percentage, key);
    },
  };
};

export type MapRunStore = ReturnType<typeof createMapRunStore>;
