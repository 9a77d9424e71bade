import type { DatabaseSync } from 'node:sqlite';
import { validation } from './errors.ts';

export type Tag = { Key: string; Value: string };

/** Most tags of a resource. */
const MOST_TAGS = 50;

/** Tags of alarms and dashboards, in SQLite. */
export const createTags = (database: DatabaseSync) => {
  database.exec(`CREATE TABLE IF NOT EXISTS cloudwatch_tags (
    arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (arn, key)) STRICT, WITHOUT ROWID`);
  const put = database.prepare('INSERT OR REPLACE INTO cloudwatch_tags VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM cloudwatch_tags WHERE arn = ? AND key = ?');
  const removeAll = database.prepare('DELETE FROM cloudwatch_tags WHERE arn = ?');
  const get = database.prepare('SELECT key AS Key, value AS Value FROM cloudwatch_tags WHERE arn = ? ORDER BY key');
  const tagsOf = (arn: string): Tag[] => get.all(arn).map(({ Key, Value }) => ({ Key: `${Key}`, Value: `${Value}` }));
  return {
    of: tagsOf,
    /** Throws `ValidationError` where there would be too many, and keeps none then. */
    keep(arn: string, tags: readonly Tag[] = []): void {
      if (new Set([...tagsOf(arn), ...tags].map(({ Key }) => Key)).size > MOST_TAGS)
        throw validation(`A resource can have at most ${MOST_TAGS} tags.`);
      for (const { Key, Value } of tags) put.run(arn, Key, Value);
    },
    remove: (arn: string, key: string): void => void remove.run(arn, key),
    removeAll: (arn: string): void => void removeAll.run(arn),
  };
};

export type Tags = ReturnType<typeof createTags>;
