import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';

export type Tag = { Key: string; Value: string };

/** Most tags of a resource. */
const MOST_TAGS = 50;

/** Tags of rules and buses, in SQLite. */
export const createTags = (database: DatabaseSync) => {
  database.exec(`CREATE TABLE IF NOT EXISTS events_tags (
    arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (arn, key)) STRICT, WITHOUT ROWID`);
  const put = database.prepare('INSERT OR REPLACE INTO events_tags VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM events_tags WHERE arn = ? AND key = ?');
  const removeAll = database.prepare('DELETE FROM events_tags WHERE arn = ?');
  const get = database.prepare('SELECT key AS Key, value AS Value FROM events_tags WHERE arn = ? ORDER BY key');
  const tagsOf = (arn: string): Tag[] =>
    get.all(arn).map(({ Key, Value }) => ({ Key: String(Key), Value: String(Value) }));

  return {
    of: tagsOf,
    /** Throws `LimitExceededException` where there would be too many, and keeps none then. */
    keep(arn: string, tags: readonly Tag[] = []): void {
      const keys = new Set([...tagsOf(arn), ...tags].map(({ Key }) => Key));
      if (keys.size > MOST_TAGS)
        throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.', 400);
      for (const { Key, Value } of tags) put.run(arn, Key, Value);
    },
    remove: (arn: string, key: string): void => void remove.run(arn, key),
    removeAll: (arn: string): void => void removeAll.run(arn),
  };
};

export type Tags = ReturnType<typeof createTags>;
