import type { DatabaseSync } from 'node:sqlite';

/**
 * Tables of the stacks that came over the wire. Times are milliseconds since the epoch; what has members is JSON.
 * `begun` says that a resource may exist: it is set before anything is made. `position` is the order of making.
 */
export const createTables = (database: DatabaseSync): void =>
  database.exec(`
    CREATE TABLE IF NOT EXISTS cloudformation_stacks (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, template TEXT NOT NULL, parameters TEXT NOT NULL, capabilities TEXT NOT NULL,
      tags TEXT NOT NULL, on_failure TEXT NOT NULL, protected INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT,
      outputs TEXT NOT NULL, previous TEXT, created_at INTEGER NOT NULL, updated_at INTEGER, deleted_at INTEGER) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS cloudformation_stacks_alive ON cloudformation_stacks (name)
      WHERE status <> 'DELETE_COMPLETE';
    CREATE TABLE IF NOT EXISTS cloudformation_resources (
      position INTEGER PRIMARY KEY, stack TEXT NOT NULL, logical_id TEXT NOT NULL, type TEXT NOT NULL,
      physical_id TEXT, status TEXT NOT NULL, reason TEXT, begun INTEGER NOT NULL, resource TEXT NOT NULL, created TEXT,
      replaced INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS cloudformation_resources_of_stack ON cloudformation_resources (stack, logical_id)
      WHERE replaced = 0;
    CREATE TABLE IF NOT EXISTS cloudformation_events (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL, stack TEXT NOT NULL, logical_id TEXT NOT NULL, physical_id TEXT,
      type TEXT NOT NULL, status TEXT NOT NULL, reason TEXT, at INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS cloudformation_events_of_stack ON cloudformation_events (stack, position);
  `);
