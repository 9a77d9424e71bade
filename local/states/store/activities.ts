import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../../database.ts';

export type ActivityRow = { arn: string; name: string; created_at: number };

/** Activities: names that workers ask for tasks. The tasks themselves are tokens. */
export const createActivityStore = (database: DatabaseSync) => {
  const insert = database.prepare('INSERT INTO states_activities VALUES (?, ?, ?)');
  const byArn = database.prepare('SELECT * FROM states_activities WHERE arn = ?');
  const list = database.prepare('SELECT * FROM states_activities WHERE name > ? ORDER BY name LIMIT ?');
  const remove = database.prepare('DELETE FROM states_activities WHERE arn = ?');
  const untag = database.prepare('DELETE FROM states_tags WHERE arn = ?');
  return {
    insert: ({ arn, name, created_at }: ActivityRow) => insert.run(arn, name, created_at),
    byArn: (arn: string) => byArn.get(arn) as ActivityRow | undefined,
    /** By name, at most `limit`, of those after the name `after`. */
    list: (after: string, limit: number) => list.all(after, limit) as ActivityRow[],
    remove: (arn: string) =>
      transaction(database, () => {
        remove.run(arn);
        untag.run(arn);
      }),
  };
};

export type ActivityStore = ReturnType<typeof createActivityStore>;
