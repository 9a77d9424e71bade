import type { DatabaseSync } from 'node:sqlite';
import type { Job } from './job.ts';

/** A table of an earlier release and how its rows read as `id, body (JSON), attempts, first_at, next_at`. */
export type Earlier = { table: string; select: string };

type Row = { id: string; body: string; attempts: number; first_at: number; next_at: number };

/** A queue's rows. Statements are prepared once; a row's place in line is `next_at`, then the order of coming. */
export const createQueueTable = (database: DatabaseSync, table: string, earlier?: Earlier) => {
  if (!/^[a-z_]+$/.test(table)) throw new Error(`A queue's table must be named in small letters, not ${table}.`);
  database.exec(`
    CREATE TABLE IF NOT EXISTS ${table} (
      position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
      attempts INTEGER NOT NULL, first_at INTEGER NOT NULL, next_at INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS ${table}_by_time ON ${table} (next_at, position)`);
  if (earlier) takeOver(database, table, earlier);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO ${table} (id, body, attempts, first_at, next_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const due = database.prepare(`SELECT * FROM ${table} WHERE next_at <= ? ORDER BY next_at, position LIMIT ?`);
  const earliest = database.prepare(`SELECT min(next_at) AS at FROM ${table} WHERE next_at > ?`);
  const postpone = database.prepare(`UPDATE ${table} SET attempts = ?, next_at = ? WHERE id = ?`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
  const count = database.prepare(`SELECT count(*) AS rows FROM ${table}`);

  return {
    /** Whether the job was taken: false for an id that is there already. */
    insert: ({ id, body, attempts, firstAt, dueAt }: Job<unknown>): boolean =>
      insert.run(id, JSON.stringify(body), attempts, firstAt, dueAt).changes === 1,
    due: <Body>(now: number, limit: number): Job<Body>[] =>
      (due.all(now, limit) as Row[]).map(({ id, body, attempts, first_at, next_at }) => ({
        id,
        body: JSON.parse(body) as Body,
        attempts,
        firstAt: first_at,
        dueAt: next_at,
      })),
    earliestAfter: (now: number): number | undefined => {
      const at = earliest.get(now)?.at;
      return typeof at === 'number' ? at : undefined;
    },
    postpone: (id: string, attempts: number, at: number): void => void postpone.run(attempts, at, id),
    remove: (id: string): void => void remove.run(id),
    count: (): number => Number(count.get()?.rows),
  };
};

/** Moves the rows of an earlier table; the move is one transaction, so that a crash leaves either table whole. */
const takeOver = (database: DatabaseSync, table: string, { table: old, select }: Earlier): void => {
  if (!database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(old)) return;
  database.exec(`
    BEGIN IMMEDIATE;
    INSERT OR IGNORE INTO ${table} (id, body, attempts, first_at, next_at) ${select};
    DROP TABLE ${old};
    COMMIT`);
};
