import { expect, test } from 'vitest';
import { createAbortUpload } from '../abort-upload/step.ts';
import { createListParts } from '../list-parts/step.ts';
import { createSignParts, SignPartsInput } from '../sign-parts/step.ts';
import type { AssetRecord } from '../store.ts';
import { ASSET_ID, aPicture, memoryLibrary } from '../testing/memory-library.ts';
import { memoryParts } from '../testing/memory-parts.ts';
import { CompleteUploadInput, createCompleteUpload } from './step.ts';

const MIB = 1024 * 1024;
const uploadId = 'an-upload';
const waiting = { state: 'uploading', maxBytes: 20 * MIB, etag: undefined, manifestKey: undefined };
const replacing = {
  'replacement:key': `uploads/${ASSET_ID}/new-b.jpg`,
  'replacement:state': 'uploading',
  'replacement:maxBytes': 20 * MIB,
};

const setUp = (changes: Partial<AssetRecord> = waiting) => {
  const asset = aPicture(changes);
  const library = memoryLibrary(asset);
  const s3 = memoryParts();
  const key = asset['replacement:key'] ?? asset.key;
  s3.begin(key, uploadId);
  const marked: string[] = [];
  const deps = {
    ...library,
    ...s3,
    now: () => 0,
    markRemoved: async () => marked.push('removed') > 0,
    dropReplacement: async () => void marked.push('dropped'),
  };
  const complete = (...partNumbers: number[]) => {
    const parts = partNumbers.map((partNumber) => ({ partNumber, etag: `"${partNumber}"` }));
    return createCompleteUpload(deps)(CompleteUploadInput.parse({ id: ASSET_ID, uploadId, parts }));
  };
  const send = (partNumber: number, size: number) => s3.send(key, uploadId, partNumber, size);
  return { ...library, ...s3, deps, key, marked, send, complete };
};

test('whoever was interrupted learns what has arrived, sends the rest and makes the file', async () => {
  const { deps, send, complete, objects, key } = setUp();
  const { parts } = await createSignParts(deps)({ id: ASSET_ID, uploadId, partNumbers: [1, 2, 3] });
  expect(parts.map(({ partNumber }) => partNumber)).toEqual([1, 2, 3]);
  expect(parts[1]?.url).toBe(`https://uploads.example/${key}?uploadId=${uploadId}&partNumber=2`);
  send(1, 8 * MIB);
  send(3, MIB);
  expect(await createListParts(deps)({ id: ASSET_ID, uploadId })).toEqual({
    parts: [
      { partNumber: 1, size: 8 * MIB, etag: '"1"' },
      { partNumber: 3, size: MIB, etag: '"3"' },
    ],
  });
  await expect(complete(1, 2, 3)).rejects.toMatchObject({ status: 409, code: 'parts-do-not-fit', field: 'parts' });
  send(2, 8 * MIB);
  expect(await complete(3, 1, 2)).toEqual({ assetId: ASSET_ID, state: 'uploading' });
  expect([...objects]).toEqual([key]);
});

test('completed twice it is as completed once, also when it is processed meanwhile', async () => {
  const { send, complete, records } = setUp();
  send(1, MIB);
  const first = await complete(1);
  expect(await complete(1)).toEqual(first);
  records.set(ASSET_ID, aPicture({ state: 'checking' }));
  expect(await complete(1)).toEqual({ assetId: ASSET_ID, state: 'checking' });
});

test('more bytes than were asked for are not taken, and go', async () => {
  const { send, complete, deps } = setUp();
  for (const part of [1, 2, 3]) send(part, 8 * MIB);
  await expect(complete(1, 2, 3)).rejects.toMatchObject({ status: 413, code: 'file-too-large' });
  await expect(createListParts(deps)({ id: ASSET_ID, uploadId })).rejects.toMatchObject({
    status: 404,
    code: 'no-such-upload',
  });
});

test('an upload that is not there is not completed', async () => {
  const { deps, complete } = setUp();
  await createAbortUpload({ ...deps, markRemoved: async () => false })({ id: ASSET_ID, uploadId });
  await expect(complete(1)).rejects.toMatchObject({ status: 404, code: 'no-such-upload' });
});

test('an upload that is ended takes its asset with it; one that was to take a place leaves what is live', async () => {
  const first = setUp();
  expect(await createAbortUpload(first.deps)({ id: ASSET_ID, uploadId })).toEqual({
    assetId: ASSET_ID,
    state: 'removed',
  });
  const second = setUp(replacing);
  expect(await createAbortUpload(second.deps)({ id: ASSET_ID, uploadId })).toEqual({
    assetId: ASSET_ID,
    state: 'ready',
  });
  expect([first.marked, second.marked]).toEqual([['removed'], ['dropped']]);
  first.records.set(ASSET_ID, aPicture({ state: 'removed' }));
  expect(await createAbortUpload(first.deps)({ id: ASSET_ID, uploadId })).toEqual({
    assetId: ASSET_ID,
    state: 'removed',
  });
});

test('parts of a replacement are parts of its own key', async () => {
  const { deps, send, complete, objects } = setUp(replacing);
  const { parts } = await createSignParts(deps)({ id: ASSET_ID, uploadId, partNumbers: [1] });
  expect(parts[0]?.url).toContain(replacing['replacement:key']);
  send(1, MIB);
  await complete(1);
  expect([...objects]).toEqual([replacing['replacement:key']]);
});

test.each(['ready', 'refused', 'processing'])('of a %s asset no part is signed', async (state) => {
  const { deps } = setUp({ state });
  await expect(createSignParts(deps)({ id: ASSET_ID, uploadId, partNumbers: [1] })).rejects.toMatchObject({
    status: 409,
    code: 'not-uploading',
  });
});

test.each([{ partNumbers: [] }, { partNumbers: [0] }, { partNumbers: [10_001] }, { partNumbers: [1], uploadId: '' }])(
  'what makes no sense is refused: %j',
  (input) => {
    expect(SignPartsInput.safeParse({ id: ASSET_ID, uploadId, ...input }).success).toBe(false);
  },
);
