import type { DatabaseSync } from 'node:sqlite';
import { migrateHistories } from './migrate.ts';

/**
 * Tables of the service. Times are milliseconds since the epoch. A history is rows of lines that were written together
 * (`pages.ts`), behind each other whatever execution they are of, so that many executions write to the same few places of the file.
 */
export const createTables = (database: DatabaseSync): void => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS states_machines (
      arn TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, definition TEXT NOT NULL,
      role_arn TEXT NOT NULL, logging TEXT NOT NULL, tracing TEXT NOT NULL, revision_id TEXT,
      created_at INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS states_definitions (hash TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS states_executions (
      key INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machine_arn TEXT NOT NULL, type TEXT NOT NULL,
      definition_hash TEXT NOT NULL, role_arn TEXT NOT NULL, logging TEXT NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL, output TEXT,
      error TEXT, cause TEXT, started_at INTEGER NOT NULL, stopped_at INTEGER, trace_header TEXT,
      redrive_count INTEGER NOT NULL DEFAULT 0, redriven_at INTEGER, announced TEXT) STRICT;
    CREATE INDEX IF NOT EXISTS states_executions_of_machine ON states_executions (machine_arn, key);
    CREATE INDEX IF NOT EXISTS states_executions_of_status ON states_executions (machine_arn, status, key);
    CREATE INDEX IF NOT EXISTS states_executions_running ON states_executions (key) WHERE status = 'RUNNING';
    CREATE INDEX IF NOT EXISTS states_executions_unannounced ON states_executions (key) WHERE announced IS NOT status;
    CREATE TABLE IF NOT EXISTS states_history (
      execution INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, lines TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS states_history_of_execution ON states_history (execution, last);
    CREATE TABLE IF NOT EXISTS states_tokens (
      token TEXT PRIMARY KEY, execution INTEGER NOT NULL, heartbeat_at INTEGER, outcome TEXT) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS states_tokens_of_execution ON states_tokens (execution);
    CREATE TABLE IF NOT EXISTS states_tags (
      arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (arn, key)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS states_versions (
      arn TEXT PRIMARY KEY, machine_arn TEXT NOT NULL, number INTEGER NOT NULL, description TEXT, definition TEXT NOT NULL,
      role_arn TEXT NOT NULL, logging TEXT NOT NULL, tracing TEXT NOT NULL, revision_id TEXT,
      created_at INTEGER NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS states_versions_of_machine ON states_versions (machine_arn, number);
    CREATE TABLE IF NOT EXISTS states_aliases (
      arn TEXT PRIMARY KEY, machine_arn TEXT NOT NULL, name TEXT NOT NULL, description TEXT, routing TEXT NOT NULL,
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS states_aliases_of_machine ON states_aliases (machine_arn, name);
    CREATE TABLE IF NOT EXISTS states_map_runs (
      key INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, execution INTEGER NOT NULL, path TEXT NOT NULL,
      attempt INTEGER NOT NULL, machine_arn TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, error TEXT, has_items INTEGER NOT NULL DEFAULT 0,
      max_concurrency INTEGER NOT NULL, tolerated_count INTEGER, tolerated_percentage REAL,
      results_written INTEGER NOT NULL DEFAULT 0, redrive_count INTEGER NOT NULL DEFAULT 0, redriven_at INTEGER,
      started_at INTEGER NOT NULL, stopped_at INTEGER) STRICT;
    CREATE INDEX IF NOT EXISTS states_map_runs_of_execution ON states_map_runs (execution, key);
    CREATE INDEX IF NOT EXISTS states_map_runs_running ON states_map_runs (key) WHERE status = 'RUNNING';
    CREATE TABLE IF NOT EXISTS states_map_children (
      map_run INTEGER NOT NULL, position INTEGER NOT NULL, items INTEGER NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL,
      arn TEXT, execution INTEGER, output TEXT, error TEXT, cause TEXT, started_at INTEGER, stopped_at INTEGER,
      redrive_count INTEGER NOT NULL DEFAULT 0, before_redrive TEXT, PRIMARY KEY (map_run, position)) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS states_map_children_of_status ON states_map_children (map_run, status, position);
    CREATE UNIQUE INDEX IF NOT EXISTS states_map_children_of_arn ON states_map_children (arn) WHERE arn IS NOT NULL;
    CREATE UNIQUE INDEX IF NOT EXISTS states_map_children_of_execution ON states_map_children (execution)
      WHERE execution IS NOT NULL;
    CREATE TABLE IF NOT EXISTS states_activities (
      arn TEXT PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
  `);
  for (const [table, columns] of Object.entries(ADDED)) {
    const known = new Set(
      database
        .prepare(`PRAGMA table_info(${table})`)
        .all()
        .map(({ name }) => String(name)),
    );
    for (const [name, type] of Object.entries(columns)) {
      if (!known.has(name)) database.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
    }
  }
  database.exec(`
    CREATE INDEX IF NOT EXISTS states_executions_of_version ON states_executions (version_arn, key)
      WHERE version_arn IS NOT NULL;
    CREATE INDEX IF NOT EXISTS states_executions_of_alias ON states_executions (alias_arn, key)
      WHERE alias_arn IS NOT NULL;
    CREATE INDEX IF NOT EXISTS states_executions_of_map_run ON states_executions (map_run_arn, key)
      WHERE map_run_arn IS NOT NULL;
    CREATE INDEX IF NOT EXISTS states_tokens_untaken ON states_tokens (activity_arn, scheduled)
      WHERE activity_arn IS NOT NULL AND taken_at IS NULL;
  `);
  migrateHistories(database);
};

/** Columns that came later: a data folder of an earlier release gets them when it is opened. */
const ADDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  states_machines: { last_version: 'INTEGER NOT NULL DEFAULT 0', updated_at: 'INTEGER' },
  states_executions: {
    version_arn: 'TEXT',
    alias_arn: 'TEXT',
    revision_id: 'TEXT',
    tracing: 'TEXT',
    map_run_arn: 'TEXT',
  },
  states_tokens: {
    activity_arn: 'TEXT',
    /** Counts up in the order of scheduling, among those that nobody has taken. */
    scheduled: 'INTEGER',
    input: 'TEXT',
    taken_at: 'INTEGER',
    worker: 'TEXT',
  },
};
