import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Terminal: another runtime works on the same data. */
export class DataFolderInUseError extends Error {
  override name = 'DataFolderInUseError';
}

/**
 * Makes the folder and keeps it for this process. The lock is the operating system's, so a `kill -9` frees it.
 * Throws `DataFolderInUseError`.
 */
export const lockDataFolder = (folder: string): { release(): void } => {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new DataFolderInUseError(
      `${folder} is in use by another runtime. Stop that one, or name another folder with --data.`,
      { cause },
    );
  }
  return { release: () => lock.close() };
};
