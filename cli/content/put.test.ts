import { expect, test } from 'vitest';
import { type Api, ApiError } from '../api.ts';
import type { ItemFile } from './item-files.ts';
import { publishInSteps, putItems } from './put.ts';

const item = (itemId: string, data: Record<string, unknown> = {}, type = 'news'): ItemFile => {
  return { file: `content/${itemId}.json`, itemId, type, data };
};

type Kept = { type: string; version: number; data: Record<string, unknown> };

/** An API that keeps items; publishing `refused` items fails. */
const keeper = (items: Record<string, Kept> = {}, refused: readonly string[] = []) => {
  const calls: string[] = [];
  const published: { itemId: string; version?: number }[][] = [];
  const api: Api = async <T>(method: string, path: string, body = {}, headers: Record<string, string> = {}) => {
    const [, id = ''] = /^\/content\/([\w-]+)$/.exec(path) ?? [];
    if (method === 'GET' && path.startsWith('/content/publications/')) {
      const step = published[Number(path.split('/').at(-1))] ?? [];
      const failed = step.some(({ itemId }) => refused.includes(itemId));
      return { state: failed ? 'failed' : 'live', items: step } as T;
    }
    if (method === 'POST' && path === '/content/publications') {
      const count = published.push((JSON.parse(JSON.stringify(body)) as { items: { itemId: string }[] }).items);
      return { publicationId: String(count - 1) } as T;
    }
    if (method === 'GET') {
      const found = items[id];
      if (!found) throw new ApiError(404, 'no-such-item', `There is no item ${id}.`);
      return { itemId: id, ...found } as T;
    }
    calls.push(`${method} ${path} ${headers['if-match'] ?? ''}`.trim());
    const { itemId = id, type = '', data } = body as { itemId?: string; type?: string; data: Record<string, unknown> };
    if ('colour' in data) throw new ApiError(400, 'invalid', 'data: Unrecognized key: "colour"');
    const version = (items[itemId]?.version ?? 0) + 1;
    items[itemId] = { type: items[itemId]?.type ?? type, version, data };
    return { itemId, version } as T;
  };
  return { api, calls, items, published };
};

test('what is not there is made, what differs is changed from the version that was seen, what is alike is left', async () => {
  const { api, calls } = keeper({
    same: { type: 'news', version: 4, data: { a: { en: 'x' } } },
    other: { type: 'news', version: 7, data: { a: { en: 'x' } } },
  });
  const files = [item('same', { a: { en: 'x' } }), item('other', { a: { en: 'y' } }), item('new')];
  expect(await putItems(api, files)).toEqual([
    { itemId: 'same', outcome: 'unchanged', version: 4 },
    { itemId: 'other', outcome: 'changed', version: 8 },
    { itemId: 'new', outcome: 'created', version: 1 },
  ]);
  expect(calls).toEqual(['PUT /content/other "7"', 'POST /content']);
});

test('where nothing may be changed, an item that differs is kept as it is', async () => {
  const { api, calls, items } = keeper({ other: { type: 'person', version: 7, data: { a: { en: 'x' } } } });
  expect(await putItems(api, [item('other', { a: { en: 'y' } })], { change: false })).toEqual([
    { itemId: 'other', outcome: 'kept', version: 7 },
  ]);
  expect([calls, items.other?.data]).toEqual([[], { a: { en: 'x' } }]);
});

test('putting the same files twice changes nothing the second time', async () => {
  const { api, calls } = keeper();
  const files = [item('news', { about: { ref: 'series' } }), item('series')];
  expect((await putItems(api, files)).map(({ itemId }) => itemId)).toEqual(['series', 'news']);
  const before = calls.length;
  expect((await putItems(api, files)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  expect(calls).toHaveLength(before);
});

test('a refusal names the file, and what came before it stays', async () => {
  const { api, items } = keeper();
  const refused = putItems(api, [item('good'), item('bad', { colour: 'red' }), item('later')]);
  await expect(refused).rejects.toThrow('content/bad.json: data: Unrecognized key: "colour"');
  await expect(refused).rejects.toMatchObject({ name: 'ApiError', status: 400, code: 'invalid' });
  expect(Object.keys(items)).toEqual(['good']);
});

test('an item cannot become one of another type', async () => {
  const { api } = keeper({ ada: { type: 'person', version: 1, data: {} } });
  await expect(putItems(api, [item('ada')])).rejects.toThrow('content/ada.json: type: ada is of type person');
});

test('few items are published in one step, the newest version of each unless one is named', async () => {
  const { api, published } = keeper();
  await publishInSteps(api, [item('news', { about: { ref: 'series' } }), item('series')]);
  await publishInSteps(api, [item('series')], 1);
  expect(published).toEqual([[{ itemId: 'series' }, { itemId: 'news' }], [{ itemId: 'series', version: 1 }]]);
  expect(await publishInSteps(api, [])).toEqual([]);
});

test('many items are published in steps of 45, none before what it refers to, up to the first that is refused', async () => {
  const questions = Array.from({ length: 100 }, (_, at) => item(`q${at}`, { about: { ref: 'series' } }));
  const files = [...questions, item('series')];
  const all = keeper();
  await publishInSteps(all.api, files);
  expect(all.published.map((step) => step.length)).toEqual([45, 45, 11]);
  expect(all.published[0]?.[0]).toEqual({ itemId: 'series' });
  const some = keeper({}, ['q60']);
  const done = await publishInSteps(some.api, files);
  expect(done.map(({ state }) => state)).toEqual(['live', 'failed']);
});
