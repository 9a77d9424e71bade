import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a SQLite database that a `kill -9` cannot corrupt or shorten: what a call has written is there after a restart.
 * `:memory:` gives one that ends with the process. Times stored in it are milliseconds since the epoch.
 */
export const openDatabase = (path: string): DatabaseSync => {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  return undamaged(path, () => {
    const database = new DatabaseSync(path);
    // Moving the log into the file every 32 MiB, and not every 4, saves a quarter of the time of who writes much.
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;
       PRAGMA wal_autocheckpoint = 8192;`,
    );
    return database;
  });
};

/** Terminal: a file of the data folder is no database any more. */
export class DamagedDatabaseError extends Error {
  override name = 'DamagedDatabaseError';
}

/** Opens a database file. Throws `DamagedDatabaseError`, which names it, where SQLite finds it damaged. */
export const undamaged = <T>(path: string, open: () => T): T => {
  try {
    return open();
  } catch (cause) {
    if (!DAMAGED.includes(codeOf(cause))) throw cause;
    throw new DamagedDatabaseError(`${path} is damaged (${(cause as Error).message}).`, { cause });
  }
};

/** SQLite's primary result codes. @see https://www.sqlite.org/rescode.html */
const [CORRUPT, FULL, NOT_A_DATABASE] = [11, 13, 26];
const DAMAGED = [CORRUPT, NOT_A_DATABASE];

const codeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff;

/** Whether an error, or what led to it, says that there is no room left on the disk. */
export const isDiskFull = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return codeOf(error) === FULL || code === 'ENOSPC' || code === 'EDQUOT' || isDiskFull(cause);
};

/** Runs `work` as one transaction: all of its writes are kept, or none where it throws. Transactions do not nest. */
export const transaction = <T>(database: DatabaseSync, work: () => T): T => {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};
