import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../usage.ts';
import { type ItemFile, idsIn, inOrder, readItemFile, readItemFiles } from './item-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marquee-items-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const ids = (items: readonly ItemFile[]): string[] => items.map(({ itemId }) => itemId);
const item = (itemId: string, data: Record<string, unknown> = {}): ItemFile => {
  return { file: `${itemId}.json`, itemId, type: 'news', data };
};

test('an item is called as its file is, unless the file says otherwise', async () => {
  const data = { headline: { en: 'First light' } };
  const plain = write('news/first-light.json', { type: 'news', data });
  expect(await readItemFile(plain)).toEqual({ file: plain, itemId: 'first-light', type: 'news', data });
  const named = write('second.json', { type: 'news', itemId: 'last-light', data });
  expect((await readItemFile(named)).itemId).toBe('last-light');
});

test('of a folder every JSON file is read, however deep, in the order of their names; of files just those', async () => {
  for (const name of ['b/two.json', 'a/one.json', 'a/deep/er/three.json']) write(name, { type: 'news', data: {} });
  write('a/notes.txt', 'not JSON');
  expect(ids(await readItemFiles([folder]))).toEqual(['three', 'one', 'two']);
  expect(ids(await readItemFiles([join(folder, 'b', 'two.json'), join(folder, 'a', 'one.json')]))).toEqual([
    'two',
    'one',
  ]);
});

describe('what is no item is refused, with the file and the field', () => {
  test.each([
    ['{ "type": "news", ', /broken\.json: .*JSON/],
    ['[]', /broken\.json: expected an object/],
    [{ data: {} }, /broken\.json: type: expected the type/],
    [{ type: 7, data: {} }, /broken\.json: type: expected the type/],
    [{ type: 'news' }, /broken\.json: data: expected an object/],
    [{ type: 'news', data: [] }, /broken\.json: data: expected an object/],
    [{ type: 'news', itemId: 7, data: {} }, /broken\.json: itemId: expected a text/],
    [{ type: 'news', data: {}, slug: 'first-light' }, /broken\.json: slug: a file has type, data and perhaps itemId/],
  ])('%j', async (content, reason) => {
    const refused = readItemFile(write('broken.json', content));
    await expect(refused).rejects.toThrow(reason);
    await expect(refused).rejects.toBeInstanceOf(UsageError);
  });

  test('a file or a folder that is not there', async () => {
    await expect(readItemFile(join(folder, 'none.json'))).rejects.toThrow(/none\.json: there is no such file\./);
    await expect(readItemFiles([join(folder, 'none')])).rejects.toThrow(/none: there is no such file or folder/);
  });

  test('an item that stands in two files', async () => {
    write('a/first-light.json', { type: 'news', data: {} });
    write('b/first-light.json', { type: 'person', data: {} });
    const reason = /b\/first-light\.json: the item first-light stands in .*a\/first-light\.json too/;
    await expect(readItemFiles([folder])).rejects.toThrow(reason);
  });
});

test('references are found wherever they stand, and pictures are none', () => {
  const data = {
    about: { ref: 'the-series' },
    credits: [{ person: { ref: 'ada' }, role: { en: 'Writer' } }, { person: { ref: 'bo' } }],
    poster: { asset: 'file:poster.jpg', alt: { en: 'ref' } },
  };
  expect(idsIn(data)).toEqual(['the-series', 'ada', 'bo']);
});

describe('order', () => {
  test('each item comes after those that it refers to, and otherwise where it stood', () => {
    const items = [
      item('news', { about: { ref: 'series' } }),
      item('series', { credits: [{ person: { ref: 'ada' } }] }),
      item('navigation', { home: { ref: 'series' }, links: [{ to: { ref: 'elsewhere' } }] }),
      item('ada'),
    ];
    expect(ids(inOrder(items))).toEqual(['ada', 'series', 'news', 'navigation']);
    expect(ids(items)).toEqual(['news', 'series', 'navigation', 'ada']);
  });

  test('a circle is refused with the way round it', () => {
    const items = [
      item('a', { about: { ref: 'b' } }),
      item('b', { about: { ref: 'c' } }),
      item('c', { about: { ref: 'a' } }),
    ];
    expect(() => inOrder(items)).toThrow(/a\.json: a → b → c → a refer to each other in a circle/);
    expect(() => inOrder([item('a', { partOf: { ref: 'a' } })])).toThrow(/a → a/);
  });

  test('a thousand items in a row are put in order', () => {
    const items = Array.from({ length: 1_000 }, (_, at) =>
      item(`i${at}`, at < 999 ? { about: { ref: `i${at + 1}` } } : {}),
    );
    expect(ids(inOrder(items))).toEqual(ids(items).reverse());
  });
});
