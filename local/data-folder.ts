import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Terminal: another runtime works on the same data. */
export class DataFolderInUseError extends Error {
  override name = 'DataFolderInUseError';
}

/** Terminal: the folder is not one that a runtime made. */
export class NoDataFolderError extends Error {
  override name = 'NoDataFolderError';
}

/** SQLite's result code for a lock that another process has. */
const BUSY = 5;

const LOCK = 'lock.sqlite';

/** All that a runtime keeps in its data folder, but for the lock. */
const KEPT = ['cognito', 'dynamodb', 'lambda', 'logs.sqlite', 'runtime.sqlite', 's3-sqs', 'session-secret'];

/**
 * Makes the folder and keeps it for this process. The lock is the operating system's, so a `kill -9` frees it.
 * Throws `DataFolderInUseError`.
 */
export const lockDataFolder = (folder: string): { release(): void } => {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, LOCK));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if ((cause as { errcode?: number }).errcode !== BUSY) throw cause;
    throw new DataFolderInUseError(
      `${folder} is in use by another runtime. Stop that one, or name another folder with --data.`,
      { cause },
    );
  }
  return { release: () => lock.close() };
};

/**
 * Deletes what runtimes kept in a folder, and `more` of its files; whatever else is there stays. `onDelete` is told before
 * anything goes: the names, and their size in bytes. Throws `DataFolderInUseError` where a runtime works on it and
 * `NoDataFolderError` where none ever did.
 */
export const emptyDataFolder = (
  folder: string,
  more: readonly string[],
  onDelete: (names: readonly string[], bytes: number) => void,
): void => {
  const present = list(folder);
  if (present.length === 0) return;
  if (!present.includes(LOCK))
    throw new NoDataFolderError(
      `${folder} is not a folder that a runtime kept its data in, so nothing there is deleted.`,
    );
  const lock = lockDataFolder(folder);
  try {
    const known = [...KEPT, ...more];
    const names = present.filter((name) => known.includes(name.replace(/-(wal|shm|journal)$/, '')));
    if (names.length === 0) return;
    onDelete(
      names,
      names.reduce((sum, name) => sum + sizeOf(join(folder, name)), 0),
    );
    for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
  } finally {
    lock.release();
  }
};

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const sizeOf = (path: string): number => {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
};
