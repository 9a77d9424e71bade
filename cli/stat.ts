import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { UsageError } from './usage.ts';

/** What a file or a folder is; undefined where there is none. Throws `UsageError` where it cannot be looked at. */
export const statIfAny = async (path: string): Promise<Stats | undefined> => {
  try {
    return await stat(path);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR'].includes(code)) return undefined;
    throw new UsageError(`${path}: ${message}`, { cause });
  }
};
