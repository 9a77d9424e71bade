import { expect, test } from 'vitest';
import { ContentMissingError } from '../content.ts';
import { aContent, anAsset, someRecords } from '../testing/records.ts';
import { createShowAsset } from './step.ts';

const id = anAsset().assetId;
const signer = async () => (path: string) => `${path}?signed`;
const readContent = async () => ({ content: aContent(), records: someRecords() });

test('each rendition shows its state, its reason and where it can be seen', async () => {
  const show = createShowAsset({ readAsset: async () => anAsset(), readContent, signer });
  const shown = await show({ id });
  expect(shown).toMatchObject({ state: 'incomplete', manifest: '/media/c0ffee/manifest-1.json?signed' });
  expect(shown.renditions).toMatchObject([
    {
      name: 'frame-320.avif',
      state: 'ready',
      path: '/media/c0ffee/frame-320.avif?signed',
      width: 320,
      height: 240,
      bytes: 10,
    },
    { name: 'frame-320.webp', state: 'failed', reason: { message: 'No.' }, attempts: 2 },
    { name: 'frame-320.jpg', state: 'waiting' },
  ]);
  expect(await show({ id })).toEqual(shown);
});

test('an asset without content has no renditions, with its reason where it was refused', async () => {
  const reason = { code: 'empty-file', message: 'The file is empty.', remedy: 'Choose another.' };
  const readAsset = async () => anAsset({ state: 'refused', contentId: undefined, manifestKey: undefined, reason });
  expect(await createShowAsset({ readAsset, readContent, signer })({ id })).toMatchObject({ reason, renditions: [] });
});

test('an asset whose content has just gone shows no renditions', async () => {
  const gone = () => Promise.reject(new ContentMissingError('gone'));
  const show = createShowAsset({ readAsset: async () => anAsset({ state: 'processing' }), readContent: gone, signer });
  expect((await show({ id })).renditions).toEqual([]);
});

test('an asset that is not there is not found', async () => {
  const show = createShowAsset({ readAsset: async () => undefined, readContent, signer });
  await expect(show({ id })).rejects.toMatchObject({ status: 404, code: 'no-such-asset' });
});
