import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { BuildOptions, OutputFile } from 'esbuild';

export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The oldest browsers that know `light-dark()`, which every colour is written with. */
const BROWSERS = ['chrome123', 'firefox120', 'safari17.5'];

/** How what a browser loads is built: small, and each file named with its content's hash. */
export const WEB_CODE = {
  bundle: true,
  minify: true,
  write: false,
  target: BROWSERS,
  legalComments: 'none',
  logLevel: 'silent',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
} satisfies BuildOptions;

export type WebFile = { name: string; contents: Uint8Array | string };

export const named = ({ path, contents }: Pick<OutputFile, 'path' | 'contents'>): WebFile => ({
  name: basename(path),
  contents,
});

/** A file as it is, its name with its content's hash. */
export const hashed = async (file: string): Promise<WebFile> => {
  const contents = await readFile(file);
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8).toUpperCase();
  const ending = extname(file);
  return { name: `${basename(file, ending)}-${hash}${ending}`, contents };
};

/** The one file of that name. Throws where the build made none. */
export const findFile = (files: readonly WebFile[], pattern: RegExp): WebFile => {
  const file = files.find(({ name }) => pattern.test(name));
  if (!file) throw new Error(`What was built has no file like ${pattern}.`);
  return file;
};

/**
 * Writes a folder's files, `index` last, and removes all others. Safe to run twice at once: a file's name follows from its
 * content, and each is put in place whole.
 */
export const writeFiles = async (folder: string, files: readonly WebFile[], index: WebFile): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map((file) => put(folder, file)));
  await put(folder, index);
  const kept = new Set([index.name, ...files.map(({ name }) => name)]);
  const left = (await readdir(folder)).filter((name) => !kept.has(name) && !name.startsWith('.'));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
};

/** Puts a file in place at once, so that nobody reads half of it. */
const put = async (folder: string, { name, contents }: WebFile): Promise<void> => {
  const part = join(folder, `.${name}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  await writeFile(part, contents);
  await rename(part, join(folder, name));
};
