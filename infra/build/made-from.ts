import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './folders.ts';

/**
 * Changes when one of `sources`, files or folders below `root`, gets a file, loses one, or has one written, and with the release of
 * Node; tests and folders of packages do not count.
 */
export const fingerprint = (sources: readonly string[], root: string = ROOT): string => {
  const hash = createHash('sha256').update(process.version);
  const add = (path: string): void => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  for (const source of sources) {
    const path = join(root, source);
    if (statSync(path).isFile()) add(path);
    else {
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }).sort(byPath)) {
        const inside = join(entry.parentPath, entry.name);
        if (entry.isFile() && !inside.includes('node_modules') && !inside.endsWith('.test.ts')) add(inside);
      }
    }
  }
  return hash.digest('hex');
};

const byPath = (one: { parentPath: string; name: string }, other: { parentPath: string; name: string }): number =>
  `${one.parentPath}/${one.name}` < `${other.parentPath}/${other.name}` ? -1 : 1;

/** Notes in a folder which sources it was made from, at once, so that nobody who looks meanwhile finds half of it and makes the folder anew. */
export const stamp = (folder: string, sources: string): void => {
  if (isMadeFrom(folder, sources)) return;
  const part = `${stampOf(folder)}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(part, sources);
  renameSync(part, stampOf(folder));
};

/** Whether a folder is there, whole, and made from these sources. */
export const isMadeFrom = (folder: string, sources: string): boolean =>
  existsSync(stampOf(folder)) && readFileSync(stampOf(folder), 'utf8') === sources;

const stampOf = (folder: string): string => join(folder, '.sources');
