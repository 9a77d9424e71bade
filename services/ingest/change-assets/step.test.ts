import { describe, expect, test } from 'vitest';
import { createRestoreAsset } from '../restore-asset/step.ts';
import { ASSET_ID, aPicture, memoryLibrary } from '../testing/memory-library.ts';
import { createTrashAsset } from '../trash-asset/step.ts';
import { ChangeAssetsInput, createChangeAssets } from './step.ts';

const OTHER = '7d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10';
const MISSING = '8d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10';
const by = { name: 'ada' };

const setUp = () => {
  const library = memoryLibrary(aPicture({ tags: ['old'] }), aPicture({ assetId: OTHER, version: 4 }));
  const deps = { ...library, now: () => Date.UTC(2026, 2, 1, 9) };
  const step = createChangeAssets(deps);
  const change = (assetIds: string[], what: object) => step(ChangeAssetsInput.parse({ assetIds, change: what }), by);
  return { ...library, deps, change };
};

test('each asset is changed for itself, and what cannot be is said with its reason', async () => {
  const { change, records } = setUp();
  const { results } = await change([ASSET_ID, OTHER, MISSING], {
    folder: 'Stills',
    addTags: ['New'],
    removeTags: ['old'],
  });
  expect(results).toEqual([
    { assetId: ASSET_ID, ok: true, version: 2 },
    { assetId: OTHER, ok: true, version: 5 },
    { assetId: MISSING, ok: false, error: { code: 'no-such-asset', message: `There is no asset ${MISSING}.` } },
  ]);
  expect(records.get(ASSET_ID)).toMatchObject({ folder: 'Stills', tags: ['new'], updatedBy: 'ada' });
});

test('what is so already stays at its version, also when it is asked for twice', async () => {
  const { change, records } = setUp();
  await change([ASSET_ID], { addTags: ['new'] });
  const before = records.get(ASSET_ID);
  expect((await change([ASSET_ID], { addTags: ['new'] })).results).toEqual([
    { assetId: ASSET_ID, ok: true, version: 2 },
  ]);
  expect(records.get(ASSET_ID)).toEqual(before);
});

test('a change that comes in between is not lost', async () => {
  const { change, interfere, records } = setUp();
  interfere(() => change([ASSET_ID], { addTags: ['quicker'] }));
  await change([ASSET_ID], { addTags: ['slower'] });
  expect(records.get(ASSET_ID)).toMatchObject({ tags: ['old', 'quicker', 'slower'], version: 3 });
});

test('no asset gets more tags than are kept', async () => {
  const { change } = setUp();
  const addTags = Array.from({ length: 30 }, (_, index) => `tag ${index}`);
  const { results } = await change([ASSET_ID, OTHER], { addTags });
  expect(results).toMatchObject([{ ok: false, error: { code: 'too-many-tags' } }, { ok: true }]);
});

describe('the trash', () => {
  test('keeps everything, says who put it there, and gives it back', async () => {
    const { deps, records } = setUp();
    const trashed = { trashedAt: '2026-03-01T09:00:00.000Z', trashedBy: 'ada' };
    expect(await createTrashAsset(deps)({ id: ASSET_ID }, by)).toMatchObject({
      state: 'ready',
      version: 2,
      ...trashed,
    });
    expect(await createTrashAsset(deps)({ id: ASSET_ID }, { name: 'grace' })).toMatchObject({ version: 2, ...trashed });
    expect(records.get(ASSET_ID)).toMatchObject({ ...aPicture({ tags: ['old'] }), ...trashed });
    expect(await createRestoreAsset(deps)({ id: ASSET_ID }, by)).toEqual({
      assetId: ASSET_ID,
      state: 'ready',
      version: 3,
    });
    expect(await createRestoreAsset(deps)({ id: ASSET_ID }, by)).toEqual({
      assetId: ASSET_ID,
      state: 'ready',
      version: 3,
    });
    expect(records.get(ASSET_ID)).not.toHaveProperty('trashedAt');
  });

  test('takes many at once', async () => {
    const { change, records } = setUp();
    await change([ASSET_ID, OTHER], { trash: true });
    expect([...records.values()].map(({ trashedBy }) => trashedBy)).toEqual(['ada', 'ada']);
  });
});

test.each([
  { assetIds: [], change: { trash: true } },
  { assetIds: [ASSET_ID], change: {} },
  { assetIds: [ASSET_ID], change: { trash: true, restore: true } },
  { assetIds: [ASSET_ID], change: { trash: false } },
  { assetIds: ['one'], change: { trash: true } },
  { assetIds: Array.from({ length: 101 }, () => ASSET_ID), change: { trash: true } },
])('what makes no sense is refused', (input) => {
  expect(ChangeAssetsInput.safeParse(input).success).toBe(false);
});
