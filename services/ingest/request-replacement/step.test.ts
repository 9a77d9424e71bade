import { expect, test } from 'vitest';
import type { AssetRecord } from '../store.ts';
import { ASSET_ID, aPicture, memoryLibrary } from '../testing/memory-library.ts';
import { createRequestReplacement, type Replacement, RequestReplacementInput } from './step.ts';

const photo = { fileName: 'new.png', contentType: 'image/png', size: 1000 };
const key = `uploads/${ASSET_ID}/0b1c5a3e-new.png`;

const setUp = (changes: Partial<AssetRecord> = {}) => {
  const library = memoryLibrary(aPicture(changes));
  const noted: [string, Replacement][] = [];
  const deleted: string[] = [];
  let conflicts = 0;
  const note = (what: string) => async (_: AssetRecord, replacement: Replacement) => {
    if (conflicts-- > 0) return false;
    noted.push([what, replacement]);
    return true;
  };
  const request = createRequestReplacement({
    ...library,
    now: () => Date.UTC(2026, 2, 1, 9),
    newId: () => '0b1c5a3e-9a39-4d5f-8a7d-000000000000',
    noteReplacement: note('beside'),
    beginAgain: note('again'),
    deleteObject: async (gone) => void deleted.push(gone),
    signForm: async (conditions) => ({ url: 'https://uploads.example', fields: { key: conditions.key } }),
    beginParts: async () => 'an-upload',
  });
  return {
    noted,
    deleted,
    conflict: (times: number): void => {
      conflicts = times;
    },
    request: (input: object = photo) => request(RequestReplacementInput.parse({ id: ASSET_ID, ...input })),
  };
};

test('a file is asked for beside what is live, under a key of its own', async () => {
  const { request, noted, deleted } = setUp();
  expect(await request()).toEqual({
    assetId: ASSET_ID,
    state: 'ready',
    correlationId: aPicture().correlationId,
    upload: { url: 'https://uploads.example', fields: { key }, expiresAt: '2026-03-01T09:15:00.000Z' },
  });
  const ticketExpiresAt = '2026-03-01T09:15:00.000Z';
  const declared = { fileName: 'new.png', declaredType: 'image/png', maxBytes: 52_428_800, ticketExpiresAt };
  expect(noted).toEqual([['beside', { key, ...declared }]]);
  expect(deleted).toEqual([]);
});

test('asked twice, the later ticket counts, and what came by the earlier one goes', async () => {
  const { request, noted, deleted } = setUp({ 'replacement:key': 'uploads/earlier', 'replacement:state': 'refused' });
  await request();
  await request();
  expect([noted.length, deleted]).toEqual([2, ['uploads/earlier', 'uploads/earlier']]);
});

test.each(['refused', 'failed', 'uploading'])('a %s asset begins again with the new file', async (state) => {
  const { request, noted, deleted } = setUp({ state, manifestKey: undefined });
  expect(await request({ ...photo, multipart: true })).toMatchObject({
    state: 'uploading',
    upload: { multipart: { uploadId: 'an-upload', key } },
  });
  expect([noted[0]?.[0], deleted]).toEqual(['again', [aPicture().key]]);
});

test('somebody who changes the asset in between is waited for', async () => {
  const { request, noted, conflict } = setUp();
  conflict(2);
  await request();
  expect(noted).toHaveLength(1);
  conflict(99);
  await expect(request()).rejects.toMatchObject({ status: 409, code: 'busy' });
});

test.each([
  [
    { contentType: 'video/mp4' },
    {},
    415,
    'another-kind',
    'The asset is a picture, and only a picture can take its place.',
  ],
  [{ contentType: 'text/vtt' }, {}, 415, 'another-kind', /only a picture/],
  [{ size: 0 }, {}, 400, 'empty-file', /empty/],
  [{}, { state: 'processing', manifestKey: undefined }, 409, 'busy', /being processed/],
  [{}, { 'replacement:state': 'checking' }, 409, 'busy', /being processed/],
  [{}, { state: 'removed' }, 410, 'asset-removed', /removed for good/],
])('%j of an asset with %j is refused', async (input, changes, status, code, message) => {
  const { request, noted } = setUp(changes);
  const refusal = await request({ ...photo, ...input }).catch((error) => error);
  expect(refusal).toMatchObject({ status, code, message: expect.stringMatching(message) });
  expect(noted).toEqual([]);
});
