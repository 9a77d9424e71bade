import { RenditionRetryRequested } from '@marquee/events/schemas/rendition-retry-requested.ts';
import { expect, test } from 'vitest';
import type { Asset } from '../asset.ts';
import { aContent, anAsset, someRecords } from '../testing/records.ts';
import { createRetryRendition } from './step.ts';

const id = anAsset().assetId;

const setUp = (asset: Asset | undefined = anAsset()) => {
  const requested: RenditionRetryRequested[] = [];
  let ids = 0;
  const retry = createRetryRendition({
    now: () => Date.UTC(2026, 2, 1),
    newId: () => `0b1c5a3e-9a39-4d5f-8a7d-00000000000${ids++}`,
    readAsset: async () => asset,
    readContent: async () => ({ content: aContent(), records: someRecords() }),
    requestRetry: async (detail) => void requested.push(RenditionRetryRequested.strict.parse(detail)),
  });
  return { requested, retry: (name: string) => retry({ id, name }, { requestId: 'the-request' }) };
};

test('a failed rendition is asked for again, in the thread of its asset', async () => {
  const { retry, requested } = setUp();
  expect(await retry('frame-320.webp')).toEqual({ assetId: id, rendition: 'frame-320.webp', state: 'waiting' });
  expect(requested[0]).toMatchObject({
    metadata: { correlationId: anAsset().correlationId, causationId: 'the-request' },
    data: { assetId: id, contentId: 'c0ffee', renditions: ['frame-320.webp'] },
  });
});

test('asked twice it is requested twice, and the claim of the workflow lets one through', async () => {
  const { retry, requested } = setUp();
  await retry('frame-320.webp');
  await retry('frame-320.webp');
  expect(new Set(requested.map(({ metadata }) => metadata.eventId)).size).toBe(2);
});

test.each([
  ['frame-320.avif', anAsset(), 409, 'The rendition frame-320.avif is ready.'],
  ['frame-640.avif', anAsset(), 404, 'The asset has no rendition frame-640.avif.'],
  [
    'frame-320.webp',
    anAsset({ state: 'processing' }),
    409,
    'The asset is processing; none of its renditions can be retried.',
  ],
  [
    'frame-320.webp',
    anAsset({ state: 'failed', contentId: undefined }),
    409,
    'The asset is failed; none of its renditions can be retried.',
  ],
])('%s of %j cannot be retried', async (name, asset, status, message) => {
  const { retry, requested } = setUp(asset);
  await expect(retry(name)).rejects.toMatchObject({ status, message });
  expect(requested).toEqual([]);
});
