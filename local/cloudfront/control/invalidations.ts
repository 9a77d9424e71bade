import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export type Invalidation = {
  id: string;
  distribution: string;
  reference: string;
  paths: readonly string[];
  createdAt: number;
};

type Row = { id: string; distribution: string; reference: string; paths: string; createdAt: number };

/** Invalidations, in SQLite. There is nothing to invalidate here: each is complete once it is kept. */
export const createInvalidations = (database: DatabaseSync) => {
  database.exec(`CREATE TABLE IF NOT EXISTS cloudfront_invalidations (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, distribution TEXT NOT NULL, reference TEXT NOT NULL,
    paths TEXT NOT NULL, createdAt INTEGER NOT NULL, UNIQUE (distribution, reference)) STRICT`);
  const insert = database.prepare(
    'INSERT INTO cloudfront_invalidations (id, distribution, reference, paths, createdAt) VALUES (?, ?, ?, ?, ?)',
  );
  const byReference = database.prepare(
    'SELECT * FROM cloudfront_invalidations WHERE distribution = ? AND reference = ?',
  );
  const byId = database.prepare('SELECT * FROM cloudfront_invalidations WHERE distribution = ? AND id = ?');
  const list = database.prepare('SELECT * FROM cloudfront_invalidations WHERE distribution = ? ORDER BY number DESC');

  return {
    keep({ distribution, reference, paths, createdAt }: Omit<Invalidation, 'id'>): Invalidation {
      const id = `I${randomBytes(8).toString('hex').slice(0, 13).toUpperCase()}`;
      insert.run(id, distribution, reference, JSON.stringify(paths), createdAt);
      return { id, distribution, reference, paths, createdAt };
    },
    byReference: (distribution: string, reference: string) => read(byReference.get(distribution, reference)),
    find: (distribution: string, id: string) => read(byId.get(distribution, id)),
    /** The newest first. */
    list: (distribution: string): Invalidation[] => list.all(distribution).flatMap((row) => read(row) ?? []),
  };
};

export type Invalidations = ReturnType<typeof createInvalidations>;

const read = (row: unknown): Invalidation | undefined => {
  if (!row) return undefined;
  const { id, distribution, reference, paths, createdAt } = row as Row;
  return { id, distribution, reference, paths: JSON.parse(paths) as string[], createdAt };
};

/** An invalidation as the API answers it. */
export const invalidationAnswer = (
  { id, reference, paths, createdAt }: Invalidation,
  status: 'InProgress' | 'Completed',
) => ({
  Id: id,
  Status: status,
  CreateTime: new Date(createdAt),
  InvalidationBatch: { Paths: { Quantity: paths.length, Items: paths }, CallerReference: reference },
});
