import type { DatabaseSync, StatementSync } from 'node:sqlite';

export const EXECUTION_STATUSES = [
  'SUCCEEDED',
  'TIMED_OUT',
  'PENDING_REDRIVE',
  'ABORTED',
  'FAILED',
  'RUNNING',
] as const;
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];

/** An execution as it is stored. `key` counts up in the order of starting. */
export type ExecutionRow = {
  key: number;
  arn: string;
  name: string;
  machine_arn: string;
  type: 'STANDARD' | 'EXPRESS';
  definition_hash: string;
  role_arn: string;
  logging: string;
  status: ExecutionStatus;
  input: string;
  output: string | null;
  error: string | null;
  cause: string | null;
  started_at: number;
  stopped_at: number | null;
  trace_header: string | null;
  redrive_count: number;
  redriven_at: number | null;
  announced: string | null;
  /** The version and the alias that it was started by, and the machine as it was then. */
  version_arn: string | null;
  alias_arn: string | null;
  revision_id: string | null;
  /** JSON. */
  tracing: string | null;
  /** The map run that it is a child of. */
  map_run_arn: string | null;
};

/** What is kept when an execution starts. */
const STARTED = [
  'arn',
  'name',
  'machine_arn',
  'type',
  'definition_hash',
  'role_arn',
  'logging',
  'input',
  'started_at',
  'trace_header',
  'version_arn',
  'alias_arn',
  'revision_id',
  'tracing',
  'map_run_arn',
] as const;

/** By what executions are listed. */
export type ListedBy = 'machine_arn' | 'version_arn' | 'alias_arn' | 'map_run_arn';

/** Which executions are listed; all where a member is not given. */
export type ListFilter = { status?: ExecutionStatus | undefined; redriven?: boolean | undefined };

export type Ending = { status: ExecutionStatus; output?: string; error?: string; cause?: string; at: number };

/** Executions, kept after they end. */
export const createExecutionStore = (database: DatabaseSync) => {
  const insert = database.prepare(
    `INSERT INTO states_executions (status, ${STARTED.join(', ')}) VALUES ('RUNNING'${', ?'.repeat(STARTED.length)})`,
  );
  const insertNew = database.prepare(
    `INSERT INTO states_executions (status, ${STARTED.join(', ')}) VALUES ('RUNNING'${', ?'.repeat(STARTED.length)})
     ON CONFLICT (arn) DO NOTHING`,
  );
  const byArn = database.prepare('SELECT * FROM states_executions WHERE arn = ?');
  const byKey = database.prepare('SELECT * FROM states_executions WHERE key = ?');
  const running = database.prepare("SELECT * FROM states_executions WHERE status = 'RUNNING' ORDER BY key");
  const runningOf = database.prepare(
    "SELECT 1 FROM states_executions WHERE machine_arn = ? AND status = 'RUNNING' LIMIT 1",
  );
  const end = database.prepare(
    'UPDATE states_executions SET status = ?, output = ?, error = ?, cause = ?, stopped_at = ? WHERE key = ?',
  );
  const redrive = database.prepare(
    `UPDATE states_executions SET status = 'RUNNING', output = NULL, error = NULL, cause = NULL, stopped_at = NULL,
     redrive_count = redrive_count + 1, redriven_at = ? WHERE key = ?`,
  );
  const remove = database.prepare('DELETE FROM states_executions WHERE key = ?');
  const lists = new Map<string, StatementSync>();
  const list = (column: ListedBy, { status, redriven }: ListFilter): StatementSync => {
    const conditions = [
      `${column} = ?`,
      ...(status === undefined ? [] : ['status = ?']),
      ...(redriven === undefined ? [] : [redriven ? 'redrive_count > 0' : 'redrive_count = 0']),
      'key < ?',
    ].join(' AND ');
    const known = lists.get(conditions);
    if (known) return known;
    const statement = database.prepare(`SELECT * FROM states_executions WHERE ${conditions} ORDER BY key DESC LIMIT ?`);
    lists.set(conditions, statement);
    return statement;
  };
  const announced = database.prepare('UPDATE states_executions SET announced = ? WHERE key = ?');
  const unannounced = database.prepare('SELECT * FROM states_executions WHERE announced IS NOT status ORDER BY key');
  const define = database.prepare('INSERT OR IGNORE INTO states_definitions VALUES (?, ?)');
  const defined = new Set<string>();
  const definition = database.prepare('SELECT definition FROM states_definitions WHERE hash = ?');
  return {
    insert: (row: Pick<ExecutionRow, (typeof STARTED)[number]>): number =>
      Number(insert.run(...STARTED.map((column) => row[column])).lastInsertRowid),
    /** As `insert`; 0 where there is one of that ARN. */
    insertNew: (row: Pick<ExecutionRow, (typeof STARTED)[number]>): number => {
      const { changes, lastInsertRowid } = insertNew.run(...STARTED.map((column) => row[column]));
      return changes === 0 ? 0 : Number(lastInsertRowid);
    },
    byArn: (arn: string) => byArn.get(arn) as ExecutionRow | undefined,
    byKey: (key: number) => byKey.get(key) as ExecutionRow | undefined,
    running: () => running.all() as ExecutionRow[],
    hasRunning: (machineArn: string) => runningOf.get(machineArn) !== undefined,
    end: (key: number, { status, output, error, cause, at }: Ending) =>
      end.run(status, output ?? null, error ?? null, cause ?? null, at, key),
    redrive: (key: number, at: number) => redrive.run(at, key),
    remove: (key: number) => remove.run(key),
    /** Newest first, at most `limit`, of those started before the execution `before`. */
    list: (by: ListedBy, arn: string, before: number, limit: number, filter: ListFilter = {}) =>
      list(by, filter).all(...[arn, filter.status ?? [], before, limit].flat()) as ExecutionRow[],
    announced: (key: number, status: ExecutionStatus) => announced.run(status, key),
    unannounced: () => unannounced.all() as ExecutionRow[],
    define: (hash: string, text: string): void => {
      if (defined.has(hash)) return;
      define.run(hash, text);
      if (!database.isTransaction) defined.add(hash);
    },
    definition: (hash: string) => String(definition.get(hash)?.definition),
  };
};

export type ExecutionStore = ReturnType<typeof createExecutionStore>;
