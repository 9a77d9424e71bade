import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from './view.ts';

/** A file that every page may use; its name carries its content's hash, so it never changes under its address. */
export type StaticFile = { path: string; contentType: string; body: Uint8Array };

/** What `files.json` says: the files, and their addresses for a page's frame. */
export type StaticIndex = {
  files: readonly { path: string; contentType: string }[];
  frame: Omit<Frame['files'], 'theme'>;
};

/** Reads where the files are that every page needs. Throws where the folder was not built. */
export const readFrame = async (folder: string): Promise<StaticIndex['frame']> =>
  (JSON.parse(await readFile(join(folder, 'files.json'), 'utf8')) as StaticIndex).frame;

/** Reads what `infra/build/site.ts` wrote into a folder. Throws where the folder was not built. */
export const readStatic = async (folder: string): Promise<{ files: StaticFile[]; frame: StaticIndex['frame'] }> => {
  const { files, frame } = JSON.parse(await readFile(join(folder, 'files.json'), 'utf8')) as StaticIndex;
  const read = files.map(async ({ path, contentType }) => ({
    path,
    contentType,
    body: new Uint8Array(await readFile(join(folder, path.slice(path.lastIndexOf('/') + 1)))),
  }));
  return { files: await Promise.all(read), frame };
};
