import { expect, test } from 'vitest';
import type { Asset, PageRequest } from '../asset.ts';
import { ContentMissingError } from '../content.ts';
import { aContent, anAsset, someRecords } from '../testing/records.ts';
import { createListAssets, ListAssetsInput } from './step.ts';

const setUp = ({ asset = anAsset(), next }: { asset?: Asset; next?: string } = {}) => {
  const requests: PageRequest[] = [];
  const read: string[] = [];
  const list = createListAssets({
    now: () => Date.UTC(2026, 2, 1, 9),
    signer: async () => (path) => `${path}?signed`,
    readContent: async (contentId) => {
      read.push(contentId);
      if (contentId === 'gone') throw new ContentMissingError('gone');
      return { content: aContent(), records: someRecords() };
    },
    listAssets: async (request) => {
      requests.push(request);
      return { assets: [asset], next };
    },
  });
  return { requests, read, list: (query: object) => list(ListAssetsInput.parse(query)) };
};

test('a page leads to the next one', async () => {
  const { list, requests } = setUp({ next: '2026-03-01T09:00:00.000Z#a1' });
  const { next } = await list({ limit: '10', state: 'ready' });
  await list({ next });
  await list({ next });
  expect(requests).toMatchObject([
    { limit: 10, state: 'ready', after: undefined, trashed: false },
    { limit: 50, state: undefined, after: '2026-03-01T09:00:00.000Z#a1' },
    { limit: 50, state: undefined, after: '2026-03-01T09:00:00.000Z#a1' },
  ]);
});

test('the last page leads nowhere, and files are given by an address that opens them', async () => {
  const { next, assets } = await setUp().list({});
  expect(next).toBeUndefined();
  expect(assets[0]).toMatchObject({ name: 'a.jpg', manifest: '/media/c0ffee/manifest-1.json?signed' });
});

test('what is made is told by the record, with a small picture of it', async () => {
  const made = { state: 'ready', renditionsReady: 35, renditionsFailed: 1, contentType: 'image/jpeg' } as const;
  const { list, read } = setUp({ asset: anAsset({ ...made, width: 640 }) });
  const { assets } = await list({});
  expect(assets[0]).toMatchObject({
    renditions: { ready: 35, total: 36, failed: 1 },
    thumbnail: '/media/c0ffee/frame-320.webp?signed',
  });
  expect(read).toEqual([]);
  const narrow = setUp({ asset: anAsset({ ...made, width: 60 }) });
  expect((await narrow.list({})).assets[0]?.thumbnail).toBe('/media/c0ffee/frame-60.webp?signed');
});

test('what is being made is counted', async () => {
  const { assets } = await setUp({ asset: anAsset({ state: 'processing', renditionsReady: 36 }) }).list({});
  expect(assets[0]).toMatchObject({ renditions: { ready: 1, total: 3, failed: 1 }, thumbnail: undefined });
  const gone = await setUp({ asset: anAsset({ state: 'processing', contentId: 'gone' }) }).list({});
  expect(gone.assets[0]?.renditions).toEqual({ ready: 0, total: 0, failed: 0 });
});

test('what is to take the place of what is live is told beside it', async () => {
  const crops = { 'remake:state': 'processing', 'next:contentId': 'c0ffee-x1y2', 'next:focus': { x: 1, y: 2 } };
  const { assets } = await setUp({ asset: anAsset({ state: 'ready', ...crops }) }).list({});
  expect(assets[0]).toMatchObject({
    state: 'ready',
    crops: { state: 'processing', focalPoint: { x: 1, y: 2 }, renditions: { ready: 1, total: 3, failed: 1 } },
  });
  const reason = { code: 'type-mismatch', message: 'No.', remedy: 'Another.' };
  const refused = { 'replacement:state': 'refused', 'replacement:fileName': 'b.jpg', 'replacement:reason': reason };
  const other = await setUp({ asset: anAsset({ state: 'ready', ...refused }) }).list({});
  expect(other.assets[0]?.replacement).toMatchObject({ state: 'refused', fileName: 'b.jpg', reason });
});

test('whoever asks for changes learns of the trash too, and from when on to ask next', async () => {
  const { list, requests } = setUp();
  const { asOf } = await list({ changedSince: '2026-03-01T10:00:00+01:00' });
  expect(asOf).toBe('2026-03-01T08:59:50.000Z');
  await list({ changedSince: asOf, trashed: 'true' });
  await list({ trashed: 'true' });
  expect(requests).toMatchObject([
    { changedSince: '2026-03-01T09:00:00.000Z', trashed: undefined },
    { changedSince: asOf, trashed: true },
    { changedSince: undefined, trashed: true },
  ]);
});

test.each([
  { limit: '0' },
  { limit: '101' },
  { limit: 'all' },
  { state: 'lost' },
  { next: '%%%' },
  { page: '2' },
  { trashed: 'maybe' },
  { changedSince: 'yesterday' },
])('a query that makes no sense is refused: %j', (query) => {
  expect(ListAssetsInput.safeParse(query).success).toBe(false);
});
