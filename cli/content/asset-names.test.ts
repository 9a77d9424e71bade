import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Api, Asset } from '../api.ts';
import { UsageError } from '../usage.ts';
import { fileNamesIn, withAssetIds, withAssetNames } from './asset-names.ts';
import type { ItemFile } from './item-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marquee-names-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const asset = (assetId: string, fileName: string, state = 'ready'): Asset => {
  return { assetId, fileName, state, correlationId: '', createdAt: '', updatedAt: '' };
};
const item = (data: Record<string, unknown>): ItemFile => {
  return { file: join(folder, 'news', 'first-light.json'), itemId: 'first-light', type: 'news', data };
};
const picture = (name: string) => ({ asset: name, alt: { en: 'A lamp' } });
const key = (): ItemFile => item({ picture: picture('file:key.jpg'), body: { en: 'file: is only a word here' } });

type Request = { method: string; path: string; body?: object };

/** An API with a library, two assets to a page, the newest first. */
const library = (assets: Asset[], upload = ''): { api: Api; requests: Request[] } => {
  const requests: Request[] = [];
  const api: Api = async <T>(method: string, path: string, body?: object): Promise<T> => {
    requests.push({ method, path, ...(body ? { body } : {}) });
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const [, id] = /^\/assets\/(.+)/.exec(pathname) ?? [];
    if (id) return assets.find(({ assetId }) => assetId === id) as T;
    if (method === 'POST') return { assetId: 'new', correlationId: '', upload: { url: upload, fields: {} } } as T;
    const from = Number(searchParams.get('next') ?? 0);
    const next = from + 2 < assets.length ? String(from + 2) : undefined;
    return { assets: assets.slice(from, from + 2), next } as T;
  };
  return { api, requests };
};

test('a file is known by its name on whatever page of the library, the newest of several, and nothing else is touched', async () => {
  const { api } = library([
    asset('5', 'other.jpg'),
    asset('4', 'key.jpg', 'refused'),
    asset('3', 'key.jpg'),
    asset('2', 'key.jpg'),
    asset('1', 'poster.jpg', 'removed'),
  ]);
  const given = key();
  const [done] = await withAssetIds(api, [given]);
  expect(done?.data).toEqual({ ...key().data, picture: picture('3') });
  expect(given.data.picture).toEqual(picture('file:key.jpg'));
});

test('items without pictures do not ask for the library', async () => {
  const { api, requests } = library([]);
  expect(await withAssetIds(api, [item({ picture: picture('0b6b2f0e-0000-4000-8000-000000000000') })])).toHaveLength(1);
  expect(requests).toEqual([]);
});

test('a file that is nowhere is told with the item’s file, its own name and where it was looked for', async () => {
  const { api } = library([asset('1', 'key.jpg', 'refused')]);
  const refused = withAssetIds(api, [key()]);
  await expect(refused).rejects.toBeInstanceOf(UsageError);
  await expect(refused).rejects.toThrow(
    /first-light\.json: the library has no file key\.jpg, and neither has .*assets/,
  );
});

test('a file that lies beside the items is uploaded once, and waited for', async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'key.jpg'), 'bytes');
  let uploads = 0;
  const server: Server = createServer((request, response) => {
    uploads += 1;
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const { api, requests } = library([asset('new', 'mine.jpg', 'incomplete')], `http://127.0.0.1:${port}/`);
  const done = await withAssetIds(api, [key(), item({ keyArt: picture('file:key.jpg') })]);
  server.close();
  expect(done.map(({ data }) => data.picture ?? data.keyArt)).toEqual([picture('new'), picture('new')]);
  expect(requests.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { fileName: 'key.jpg', contentType: 'image/jpeg', size: 5 },
  ]);
  expect(uploads).toBe(1);
});

test('the names in items are listed once each, with the first file that has one', () => {
  const other = {
    ...item({ pictures: [{ picture: picture('file:key.jpg') }, { picture: picture('file:a.png') }] }),
    file: 'b.json',
  };
  expect([...fileNamesIn([key(), other])]).toEqual([
    ['key.jpg', key().file],
    ['a.png', 'b.json'],
  ]);
});

test('ids become names where a name tells one file alone', () => {
  const assets = [asset('id-1', 'key.jpg'), asset('id-2', 'twice.jpg'), asset('id-3', 'twice.jpg')];
  const data = { a: picture('id-1'), b: picture('id-2'), c: picture('id-4') };
  expect(withAssetNames(assets, data)).toEqual({ a: picture('file:key.jpg'), b: picture('id-2'), c: picture('id-4') });
});
