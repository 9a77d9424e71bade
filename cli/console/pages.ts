import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type Answer, text } from './answer.ts';

const compress = promisify(brotliCompress);

/** Compressed once and kept; the highest qualities take seconds and save little. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A name that changes with its content. */
const HASHED = /-[0-9A-Z]{8}\.[a-z0-9]+$/;

type File = { body: Buffer; contentType: string; cacheControl: string; compressed?: Promise<Buffer> };

const readFolder = async (folder: string): Promise<Map<string, File>> => {
  const files = new Map<string, File>();
  for (const name of await readdir(folder)) {
    const contentType = CONTENT_TYPES[extname(name)];
    if (name.startsWith('.') || contentType === undefined) continue;
    const cacheControl = HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-store';
    files.set(`/${name}`, { body: await readFile(join(folder, name)), contentType, cacheControl });
  }
  return files;
};

/** The console's pages: built at the first request or by `warm`, once, and read into memory, so that no path leads elsewhere. */
export const createPages = (build: () => Promise<string>) => {
  let files: Promise<Map<string, File>> | undefined;
  const load = (): Promise<Map<string, File>> => {
    if (files) return files;
    const loading = build().then(readFolder);
    files = loading;
    // What could not be built is built anew by the next request.
    loading.catch(() => {
      files = undefined;
    });
    return loading;
  };
  return {
    async warm(): Promise<void> {
      await load();
    },
    /** The file at a path; the page itself at any path without an extension, because it knows its own places. */
    async answer(path: string, acceptsBrotli: boolean): Promise<Answer> {
      const all = await load();
      const file = all.get(path) ?? (extname(path) === '' ? all.get('/index.html') : undefined);
      if (!file) return text(404, 'There is no such file.');
      const { body, contentType, cacheControl } = file;
      const headers = { 'content-type': contentType, 'cache-control': cacheControl, vary: 'accept-encoding' };
      if (!acceptsBrotli || !/^text|json|svg/.test(contentType)) return { status: 200, headers, body };
      file.compressed ??= compress(body, QUALITY);
      return { status: 200, headers: { ...headers, 'content-encoding': 'br' }, body: await file.compressed };
    },
  };
};
