import type { DatabaseSync } from 'node:sqlite';

export type Group = { arn: string; name: string; createdAt: number; modifiedAt: number };
export type Tag = { Key: string; Value: string };

type Row = { arn: string; name: string; created_at: number; modified_at: number };

/** The group that schedules are in where nothing else is said; it is always there. */
export const DEFAULT_GROUP = 'default';

/** Groups of schedules and their tags, in SQLite. */
export const createGroups = (database: DatabaseSync) => {
  database.exec(`
    CREATE TABLE IF NOT EXISTS scheduler_groups (
      arn TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, modified_at INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS scheduler_tags (
      arn TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (arn, key)) STRICT, WITHOUT ROWID`);
  const insert = database.prepare('INSERT OR IGNORE INTO scheduler_groups VALUES (?, ?, ?, ?)');
  const get = database.prepare('SELECT * FROM scheduler_groups WHERE name = ?');
  const remove = database.prepare('DELETE FROM scheduler_groups WHERE arn = ?');
  const removeTags = database.prepare('DELETE FROM scheduler_tags WHERE arn = ?');
  const page = database.prepare(`SELECT * FROM scheduler_groups
    WHERE name > :after AND substr(name, 1, length(:prefix)) = :prefix ORDER BY name LIMIT :limit`);
  const tag = database.prepare('INSERT OR REPLACE INTO scheduler_tags VALUES (?, ?, ?)');
  const untag = database.prepare('DELETE FROM scheduler_tags WHERE arn = ? AND key = ?');
  const tags = database.prepare('SELECT key AS Key, value AS Value FROM scheduler_tags WHERE arn = ? ORDER BY key');

  return {
    insert: ({ arn, name, createdAt, modifiedAt }: Group): void => void insert.run(arn, name, createdAt, modifiedAt),
    get(name: string): Group | undefined {
      const row = get.get(name) as Row | undefined;
      return row && groupOf(row);
    },
    remove(arn: string): void {
      remove.run(arn);
      removeTags.run(arn);
    },
    list: (after: string, prefix: string, limit: number): Group[] =>
      (page.all({ after, prefix, limit }) as Row[]).map(groupOf),
    tag: (arn: string, { Key, Value }: Tag): void => void tag.run(arn, Key, Value),
    untag: (arn: string, key: string): void => void untag.run(arn, key),
    tags: (arn: string): Tag[] => tags.all(arn).map(({ Key, Value }) => ({ Key: String(Key), Value: String(Value) })),
  };
};

export type Groups = ReturnType<typeof createGroups>;

const groupOf = ({ arn, name, created_at, modified_at }: Row): Group => ({
  arn,
  name,
  createdAt: created_at,
  modifiedAt: modified_at,
});
