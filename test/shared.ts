import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../infra/build/folders.ts';

const MEDIA = join(ROOT, '..', 'shared', 'media');

/** Whether the real media beside the project is here; tests that need it are skipped where it is not. */
export const hasMedia = existsSync(MEDIA);

/** The files of one folder of the real media, by name; none where they are not here. */
export const mediaFiles = (folder: string): { name: string; bytes: Buffer }[] =>
  hasMedia
    ? readdirSync(join(MEDIA, folder))
        .filter((name) => /\.(jpg|png|webp|gif)$/.test(name))
        .map((name) => ({ name, bytes: readFileSync(join(MEDIA, folder, name)) }))
    : [];
