import { expect, test } from 'vitest';
import type { AssetRecord } from '../store.ts';
import { createRemoveOriginal, type Use } from './step.ts';

const id = '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10';

const setUp = (state: string | undefined, uses: Use[] = []) => {
  const deleted: string[] = [];
  const asset: AssetRecord | undefined = state
    ? {
        assetId: id,
        state,
        key: `uploads/${id}/a.jpg`,
        fileName: 'a.jpg',
        declaredType: 'image/jpeg',
        correlationId: 'c',
      }
    : undefined;
  const remove = createRemoveOriginal({
    now: () => 0,
    readUses: async () => uses,
    readAsset: async () => asset && { ...asset },
    deleteObject: async (key) => void deleted.push(key),
    markRemoved: async ({ state: seen }) => {
      if (!asset || asset.state !== seen) return false;
      asset.state = 'removed';
      return true;
    },
  });
  return { deleted, remove: (anyway = false) => remove({ id, anyway }) };
};

test.each(['ready', 'incomplete', 'failed', 'processing'])(
  'of a %s asset the original is deleted, which does the rest',
  async (state) => {
    const { remove, deleted } = setUp(state);
    expect(await remove()).toEqual({ assetId: id, state: 'removing' });
    expect(await remove()).toEqual({ assetId: id, state: 'removing' });
    expect(new Set(deleted)).toEqual(new Set([`uploads/${id}/a.jpg`]));
  },
);

test.each(['refused', 'uploading'])('a %s asset is removed at once, with what was put apart', async (state) => {
  const { remove, deleted } = setUp(state);
  expect(await remove()).toEqual({ assetId: id, state: 'removed' });
  expect(deleted).toContain(`quarantine/${id}/a.jpg`);
  expect(await remove()).toEqual({ assetId: id, state: 'removed' });
});

test('what items refer to is kept, and they are named; it goes if the caller wants it anyway', async () => {
  const uses = [{ itemId: 'lamps', type: 'title', names: { en: 'Nine Lamps Out' }, public: true }];
  const { remove, deleted } = setUp('ready', uses);
  await expect(remove()).rejects.toMatchObject({
    status: 409,
    code: 'in-use',
    message: expect.stringMatching(/^1 item refers to a\.jpg\./),
    details: { uses },
  });
  expect(deleted).toEqual([]);
  expect(await remove(true)).toEqual({ assetId: id, state: 'removing' });
});

test('an asset that is not there cannot be removed', async () => {
  await expect(setUp(undefined).remove()).rejects.toMatchObject({ status: 404, code: 'no-such-asset' });
});
