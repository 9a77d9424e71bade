import type { DatabaseSync } from 'node:sqlite';
import type { AwsError } from './error.ts';

export type Tag = { Key: string; Value: string };

/** Most tags of a resource. */
export const MOST_TAGS = 50;

/** Tags of resources by their ARNs, in a table of SQLite. `tooMany` is the error of who would have more than 50. */
export const createTagStore = (database: DatabaseSync, table: string, tooMany: () => AwsError) => {
  database.exec(`CREATE TABLE IF NOT EXISTS ${table} (
    arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (arn, key)) STRICT, WITHOUT ROWID`);
  const put = database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?)`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE arn = ? AND key = ?`);
  const removeAll = database.prepare(`DELETE FROM ${table} WHERE arn = ?`);
  const get = database.prepare(`SELECT key AS Key, value AS Value FROM ${table} WHERE arn = ? ORDER BY key`);
  const tagsOf = (arn: string): Tag[] =>
    get.all(arn).map(({ Key, Value }) => ({ Key: String(Key), Value: String(Value) }));

  return {
    of: tagsOf,
    /** Throws the error of too many, and keeps none then. */
    keep(arn: string, tags: readonly Tag[] = []): void {
      const keys = new Set([...tagsOf(arn), ...tags].map(({ Key }) => Key));
      if (keys.size > MOST_TAGS) throw tooMany();
      for (const { Key, Value } of tags) put.run(arn, Key, Value);
    },
    remove: (arn: string, key: string): void => void remove.run(arn, key),
    removeAll: (arn: string): void => void removeAll.run(arn),
  };
};

export type TagStore = ReturnType<typeof createTagStore>;
