import { expect, test } from 'vitest';
import { assetIdsIn, itemsUsing } from './asset-uses.ts';

const data = {
  keyArt: { asset: 'one', alt: { en: 'A lamp.' } },
  credits: [{ person: { ref: 'wren' } }],
  episodes: [{ still: { asset: 'two', fallback: 'three' } }, { still: { asset: 'one', fallback: 'none' } }],
};

test('assets are found however deep, with what stands in for them, each once', () => {
  expect(assetIdsIn(data)).toEqual(['one', 'two', 'three']);
  expect([undefined, null, 'asset', 1, [], { asset: 1 }].flatMap(assetIdsIn)).toEqual([]);
});

test('an item is found by its record, and by its versions where the record does not tell', async () => {
  const read: string[] = [];
  const using = (items: Parameters<typeof itemsUsing>[0]) =>
    itemsUsing(items, 'two', async (wanted) => {
      read.push(...wanted.map(({ itemId, version }) => `${itemId}@${version}`));
      return wanted.map((each) => ({ ...each, data: each.version === 1 ? data : {} }));
    });
  const found = await using([
    { itemId: 'newest', version: 3, assets: ['two'] },
    { itemId: 'public', version: 3, publishedVersion: 2, assets: [], publicAssets: ['two'] },
    { itemId: 'neither', version: 3, publishedVersion: 3, assets: ['one'] },
    { itemId: 'old', version: 1 },
    { itemId: 'old-and-public', version: 2, publishedVersion: 1 },
    { itemId: 'saved-since', version: 3, publishedVersion: 1, assets: [] },
    { itemId: 'old-without', version: 2 },
  ]);
  expect(found.map(({ itemId }) => itemId)).toEqual(['newest', 'public', 'old', 'old-and-public', 'saved-since']);
  expect(read).toEqual(['old@1', 'old-and-public@2', 'old-and-public@1', 'saved-since@1', 'old-without@2']);
});
