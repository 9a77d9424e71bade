import type { DatabaseSync } from 'node:sqlite';

/**
 * Tables of the service. Times are milliseconds since the epoch. An event's `sub` is 0 for what AWS shows and above for
 * what the interpreter alone must remember after the event; `path` says which state visit wrote it, so that a restart can replay it.
 */
export const createTables = (database: DatabaseSync): void =>
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
    CREATE TABLE IF NOT EXISTS states_events (
      execution INTEGER NOT NULL, id INTEGER NOT NULL, sub INTEGER NOT NULL, path TEXT NOT NULL, type TEXT NOT NULL,
      previous INTEGER NOT NULL, at INTEGER NOT NULL, details TEXT, memo TEXT,
      PRIMARY KEY (execution, id, sub)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS states_tokens (
      token TEXT PRIMARY KEY, execution INTEGER NOT NULL, heartbeat_at INTEGER, outcome TEXT) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS states_tokens_of_execution ON states_tokens (execution);
    CREATE TABLE IF NOT EXISTS states_tags (
      arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (arn, key)) STRICT, WITHOUT ROWID;
  `);
