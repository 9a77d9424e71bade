import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../infra/build/folders.ts';

/** What a running system is made from. */
export const WATCHED = ['events', 'infra', 'services', 'web', 'workflows'];

type Source = { size: number; writtenAt: number; hash: string };

/** The sources by their paths below the project's folder. */
export type Sources = ReadonlyMap<string, Source>;

/** Tests and what editors leave for a moment are no sources. */
const NONE_OF_THEM = /(^|\/)(node_modules|\.[^/]*)(\/|$)|\.test\.ts$|~$|\.sw[a-z]$|(^|\/)4913$/;

/** Reads which sources there are; a file that has not been written since `before` is not read again. */
export const readSources = (before: Sources = new Map(), root = ROOT): Sources => {
  const found = new Map<string, Source>();
  for (const folder of WATCHED) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = relative(root, path);
      if (!entry.isFile() || NONE_OF_THEM.test(name)) continue;
      const source = read(path, before.get(name));
      if (source) found.set(name, source);
    }
  }
  return found;
};

/** Undefined for a file that went while the folder was read. */
const read = (path: string, before: Source | undefined): Source | undefined => {
  try {
    const { size, mtimeMs: writtenAt } = statSync(path);
    if (before?.size === size && before.writtenAt === writtenAt) return before;
    return { size, writtenAt, hash: createHash('sha256').update(readFileSync(path)).digest('hex') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

export type SourceChange = {
  path: string;
  became: 'added' | 'changed' | 'removed';
  /** Milliseconds since the epoch; of a file that went, when that was seen. */
  at: number;
};

/** What differs in content; a file that was only written again does not. */
export const changesBetween = (before: Sources, after: Sources, now = Date.now()): SourceChange[] => [
  ...[...after].flatMap(([path, { hash, writtenAt }]): SourceChange[] => {
    const old = before.get(path);
    if (old?.hash === hash) return [];
    return [{ path, became: old ? 'changed' : 'added', at: writtenAt }];
  }),
  ...[...before.keys()].flatMap((path): SourceChange[] =>
    after.has(path) ? [] : [{ path, became: 'removed', at: now }],
  ),
];
