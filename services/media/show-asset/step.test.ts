import { expect, test } from 'vitest';
import { ContentMissingError } from '../content.ts';
import { aContent, anAsset, someRecords } from '../testing/records.ts';
import { createShowAsset } from './step.ts';

const id = anAsset().assetId;
const signer = async () => (path: string) => `${path}?signed`;
const editor = { roles: ['editor'] };

const showing = (asset = anAsset() as ReturnType<typeof anAsset> | undefined, gone = false) => {
  const linked: string[] = [];
  const show = createShowAsset({
    readAsset: async () => asset,
    readContent: async () => {
      if (gone) throw new ContentMissingError('gone');
      return { content: aContent(), records: someRecords() };
    },
    signer,
    linkToOriginal: async (key) => {
      linked.push(key);
      return { url: `https://uploads.example/${key}`, expiresAt: '2026-03-01T09:15:00.000Z' };
    },
  });
  return { linked, show: (caller = editor) => show({ id }, caller) };
};

test('each rendition shows its state, its reason and where it can be seen', async () => {
  const { show } = showing();
  const shown = await show();
  expect(shown).toMatchObject({ state: 'incomplete', manifest: '/media/c0ffee/manifest-1.json?signed' });
  expect(shown.renditions).toMatchObject([
    {
      name: 'frame-320.avif',
      state: 'ready',
      format: 'avif',
      url: '/media/c0ffee/frame-320.avif?signed',
      width: 320,
      height: 240,
      bytes: 10,
    },
    { name: 'frame-320.webp', state: 'failed', reason: { message: 'No.' }, attempts: 2 },
    { name: 'frame-320.jpg', state: 'waiting' },
  ]);
  expect(await show()).toEqual(shown);
});

test('the file as it was uploaded is for editors, and for as long as there is one', async () => {
  const asset = anAsset({ key: 'uploads/a/a.jpg', bytes: 5 });
  expect((await showing(asset).show()).original).toMatchObject({
    url: 'https://uploads.example/uploads/a/a.jpg',
    fileName: 'a.jpg',
    bytes: 5,
  });
  expect((await showing(asset).show({ roles: ['publisher'] })).original).toBeUndefined();
  expect((await showing({ ...asset, state: 'refused' }).show()).original).toBeUndefined();
});

test('an asset without content has no renditions, with its reason where it was refused', async () => {
  const reason = { code: 'empty-file', message: 'The file is empty.', remedy: 'Choose another.' };
  const asset = anAsset({ state: 'refused', contentId: undefined, manifestKey: undefined, reason });
  expect(await showing(asset).show()).toMatchObject({ reason, renditions: [] });
});

test('an asset whose content has just gone shows no renditions', async () => {
  expect((await showing(anAsset({ state: 'processing' }), true).show()).renditions).toEqual([]);
});

test('an asset that is not there is not found', async () => {
  const show = createShowAsset({
    readAsset: async () => undefined,
    readContent: () => Promise.reject(new Error('nobody asks')),
    signer,
    linkToOriginal: () => Promise.reject(new Error('nobody asks')),
  });
  await expect(show({ id }, editor)).rejects.toMatchObject({ status: 404, code: 'no-such-asset' });
});
