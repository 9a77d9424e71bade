import { AssetEmbargoChanged } from '@marquee/events/schemas/asset-embargo-changed.ts';
import { AssetFocusMoved } from '@marquee/events/schemas/asset-focus-moved.ts';
import { expect, test } from 'vitest';
import { ASSET_ID, aPicture, memoryLibrary } from '../testing/memory-library.ts';
import { createSaveDetails, SaveDetailsInput } from './step.ts';

const NOW = Date.UTC(2026, 2, 1, 9);
const details = {
  name: 'Key art',
  folder: 'Posters',
  tags: ['lamp'],
  alt: { en: 'A lamp.' },
  rights: '© Lamps',
  focalPoint: { x: 50, y: 50 },
};

const setUp = (...pictures: Parameters<typeof aPicture>) => {
  const library = memoryLibrary(aPicture(...pictures));
  const announced: AssetFocusMoved[] = [];
  const embargoes: AssetEmbargoChanged[] = [];
  let isDown = false;
  const step = createSaveDetails({
    ...library,
    now: () => NOW,
    announceFocus: async (detail) => {
      if (isDown) throw new Error('the bus is down');
      announced.push(AssetFocusMoved.strict.parse(detail));
    },
    announceEmbargo: async (detail) => {
      if (isDown) throw new Error('the bus is down');
      embargoes.push(AssetEmbargoChanged.strict.parse(detail));
    },
  });
  const busIs = (down: boolean): void => {
    isDown = down;
  };
  const save = (ifMatch: string, changes: object = {}, name = 'ada') =>
    step(SaveDetailsInput.parse({ id: ASSET_ID, ifMatch, ...details, ...changes }), { name, requestId: 'the-request' });
  return { ...library, announced, embargoes, save, busIs };
};

test('all details are replaced, and nothing else is', async () => {
  const { save, records, announced } = setUp();
  expect(await save('"1"')).toEqual({
    assetId: ASSET_ID,
    state: 'ready',
    version: 2,
    ...details,
    updatedAt: '2026-03-01T09:00:00.000Z',
    updatedBy: 'ada',
  });
  expect(records.get(ASSET_ID)).toMatchObject({ ...aPicture(), ...details, version: 2 });
  const { rights, ...without } = details;
  expect(await save('"2"', { rights: undefined })).toEqual(expect.not.objectContaining({ rights }));
  expect(records.get(ASSET_ID)).not.toHaveProperty('rights');
  expect(records.get(ASSET_ID)).toMatchObject(without);
  expect(announced).toEqual([]);
});

test('of two who saw the same version the second gets both, and overwrites nothing', async () => {
  const { save, records } = setUp();
  await save('"1"', { name: 'Hers' }, 'grace');
  await expect(save('"1"', { name: 'His' })).rejects.toMatchObject({
    status: 412,
    code: 'version-conflict',
    details: {
      current: { version: 2, by: 'grace', details: { ...details, name: 'Hers' } },
      yours: { version: 1, details: { ...details, name: 'His' } },
    },
  });
  expect(records.get(ASSET_ID)?.name).toBe('Hers');
});

test('whoever saves right in between is noticed', async () => {
  const { save, interfere } = setUp();
  interfere(() => save('"1"', { name: 'Quicker' }, 'grace'));
  await expect(save('"1"', { name: 'Slower' })).rejects.toMatchObject({ status: 412 });
});

test('saved twice by the same editor it is as saved once', async () => {
  const { save, records } = setUp();
  const first = await save('"1"');
  expect(await save('"1"')).toEqual(first);
  expect(records.get(ASSET_ID)?.version).toBe(2);
});

test('a focal point that moved is announced with the version that moved it', async () => {
  const { save, announced } = setUp();
  const focalPoint = { x: 10, y: 20 };
  await save('"1"', { focalPoint });
  expect(announced).toMatchObject([
    {
      metadata: { correlationId: aPicture().correlationId, causationId: 'the-request' },
      data: { assetId: ASSET_ID, version: 2, focalPoint },
    },
  ]);
});

test('whoever got no answer asks again, and it is announced under the same identifier', async () => {
  const { save, announced, busIs } = setUp();
  const focalPoint = { x: 10, y: 20 };
  busIs(true);
  await expect(save('"1"', { focalPoint })).rejects.toThrow('the bus is down');
  busIs(false);
  await save('"1"', { focalPoint });
  await save('"1"', { focalPoint });
  expect(announced).toHaveLength(2);
  expect(announced[0]?.metadata.eventId).toBe(announced[1]?.metadata.eventId);
});

test('an asset that is not there, or was removed for good, is not saved', async () => {
  await expect(setUp({ assetId: '00000000-0000-4000-8000-000000000000' }).save('"1"')).rejects.toMatchObject({
    status: 404,
  });
  await expect(setUp({ state: 'removed' }).save('"1"')).rejects.toMatchObject({ status: 410, code: 'asset-removed' });
});

test('another embargo is announced, once for each that was kept, and again to whoever got no answer', async () => {
  const { save, embargoes, busIs } = setUp();
  const embargoUntil = { at: '2026-12-04T20:00', zone: 'Europe/London' };
  await save('"1"', { embargoUntil });
  await save('"2"', { embargoUntil, name: 'Another name' });
  expect(embargoes.map(({ data }) => data)).toEqual([{ assetId: ASSET_ID, version: 2 }]);
  busIs(true);
  await expect(save('"3"')).rejects.toThrow('the bus is down');
  busIs(false);
  await save('"3"');
  expect(embargoes.map(({ data }) => data.version)).toEqual([2, 4]);
});
