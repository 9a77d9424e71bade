import { expect, test } from 'vitest';
import type { Asset, PageRequest } from '../asset.ts';
import { createListAssets, ListAssetsInput } from './step.ts';

const asset: Asset = {
  assetId: 'a1',
  state: 'ready',
  fileName: 'a.jpg',
  declaredType: 'image/jpeg',
  correlationId: 'c',
  createdBy: 'ada',
  createdAt: '2026-03-01T09:00:00.000Z',
  updatedAt: '2026-03-01T09:00:00.000Z',
  manifestKey: 'media/c0ffee/manifest-1.json',
};

const setUp = (next?: string) => {
  const requests: PageRequest[] = [];
  const list = createListAssets({
    signer: async () => (path) => `${path}?signed`,
    listAssets: async (request) => {
      requests.push(request);
      return { assets: [asset], next };
    },
  });
  return { requests, list: (query: object) => list(ListAssetsInput.parse(query)) };
};

test('a page leads to the next one', async () => {
  const { list, requests } = setUp('2026-03-01T09:00:00.000Z#a1');
  const { next } = await list({ limit: '10', state: 'ready' });
  await list({ next });
  await list({ next });
  expect(requests).toEqual([
    { limit: 10, state: 'ready', after: undefined },
    { limit: 50, state: undefined, after: '2026-03-01T09:00:00.000Z#a1' },
    { limit: 50, state: undefined, after: '2026-03-01T09:00:00.000Z#a1' },
  ]);
});

test('the last page leads nowhere, and files are given by an address that opens them', async () => {
  const { next, assets } = await setUp().list({});
  expect(next).toBeUndefined();
  expect(assets[0]).toMatchObject({ assetId: 'a1', manifest: '/media/c0ffee/manifest-1.json?signed' });
});

test.each([{ limit: '0' }, { limit: '101' }, { limit: 'all' }, { state: 'lost' }, { next: '%%%' }, { page: '2' }])(
  'a query that makes no sense is refused: %j',
  (query) => {
    expect(ListAssetsInput.safeParse(query).success).toBe(false);
  },
);
