import { assetProcessedExample } from '@marquee/events/schemas/asset-processed.ts';
import { assetRemovedExample } from '@marquee/events/schemas/asset-removed.ts';
import { beforeEach, expect, test } from 'vitest';
import { news, picture } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { AssetEvent, createRefreshAsset } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const number of [1, 2, 3, 4]) room.addAsset(number);
  room.addAsset(2, { state: 'processing' });
  await room.create('news', 'one', news('One', { picture: picture(1, { fallback: assetId(3) }) }));
  await room.create('news', 'other', news('Other', { picture: picture(2, { fallback: 'none' }) }));
  await room.publish('one', 'other');
});

const event = (id: string, example: typeof assetProcessedExample | typeof assetRemovedExample): AssetEvent =>
  AssetEvent.parse({ detail: { ...example, data: { ...example.data, assetId: id } } });
const refresh = (id: string, example: Parameters<typeof event>[1] = assetProcessedExample) =>
  createRefreshAsset(room.publishing)(event(id, example));
const refreshes = () => [...room.publications.values()].filter(({ kind }) => kind === 'refresh');

test.each([
  ['is shown', 1],
  ['would be shown if it were ready', 2],
  ['stands in for another', 3],
])('an asset that %s has its pages made again', async (_, number) => {
  await refresh(assetId(number));
  expect(refreshes()).toMatchObject([
    {
      kind: 'refresh',
      assetId: assetId(number),
      items: [],
      correlationId: assetProcessedExample.metadata.correlationId,
      causationId: assetProcessedExample.metadata.eventId,
    },
  ]);
});

test('an asset that is removed has them made again as well', async () => {
  await refresh(assetId(1), assetRemovedExample);
  expect(refreshes()).toMatchObject([{ assetId: assetId(1), causationId: assetRemovedExample.metadata.eventId }]);
});

test('an asset that nothing public refers to changes nothing', async () => {
  await refresh(assetId(4));
  expect(refreshes()).toEqual([]);
});

test('an event that comes twice asks once', async () => {
  await refresh(assetId(1));
  const once = refreshes();
  room.clock.now += 60_000;
  await refresh(assetId(1));
  expect(refreshes()).toEqual(once);
});

test('before anything is published there is nothing to make again', async () => {
  const empty = newsroom();
  await createRefreshAsset(empty.publishing)(event(assetId(1), assetProcessedExample));
  expect(empty.publications.size).toBe(0);
});
