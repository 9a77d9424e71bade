import { describe, expect, test } from 'vitest';
import { Refusal } from '../../shared/refusal.ts';
import { assetIdOf } from '../asset.ts';
import type { NewAsset } from '../store.ts';
import type { FormConditions, PartsConditions } from '../ticket.ts';
import { createIssueUploadTicket, IssueUploadTicketInput } from './step.ts';

const NOW = Date.UTC(2026, 2, 1, 9);
const ids = ['6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10', '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90'];

const setUp = () => {
  const assets: NewAsset[] = [];
  const signed: FormConditions[] = [];
  const begun: PartsConditions[] = [];
  const left = [...ids];
  const issue = createIssueUploadTicket({
    now: () => NOW,
    newId: () => left.shift() ?? 'none left',
    createAsset: async (asset) => void assets.push(asset),
    signForm: async (conditions) => {
      signed.push(conditions);
      return { url: 'https://uploads.example', fields: { key: conditions.key } };
    },
    beginParts: async (conditions) => {
      begun.push(conditions);
      return 'an-upload';
    },
  });
  return {
    assets,
    signed,
    begun,
    issue: (input: object) => issue(IssueUploadTicketInput.parse(input), { name: 'ada' }),
  };
};

const photo = { fileName: 'Key Art (final).jpg', contentType: 'image/jpeg', size: 1000 };

test('a ticket is bound to one key, one type, a range of sizes and one asset, for a quarter of an hour', async () => {
  const { issue, signed, assets } = setUp();
  const ticket = await issue(photo);
  const key = `uploads/${ids[0]}/Key-Art-final-.jpg`;
  expect(signed).toEqual([
    {
      key,
      contentType: 'image/jpeg',
      maxBytes: 52_428_800,
      metadata: { 'x-amz-meta-asset-id': ids[0], 'x-amz-meta-correlation-id': ids[1] },
      expiresInSeconds: 900,
    },
  ]);
  expect(ticket).toEqual({
    assetId: ids[0],
    state: 'uploading',
    correlationId: ids[1],
    upload: { url: 'https://uploads.example', fields: { key }, expiresAt: '2026-03-01T09:15:00.000Z' },
  });
  expect(assets[0]).toMatchObject({ state: 'uploading', key, createdBy: 'ada', focalPoint: { x: 50, y: 50 } });
  expect(assets[0]?.expiresAt).toBe(NOW / 1000 + 7 * 24 * 3600);
});

test('the record is there before the ticket is', async () => {
  const { signed } = setUp();
  const issue = createIssueUploadTicket({
    now: () => NOW,
    newId: () => 'id',
    createAsset: () => Promise.reject(new Error('down')),
    signForm: async (conditions) => {
      signed.push(conditions);
      return { url: '', fields: {} };
    },
    beginParts: () => Promise.reject(new Error('nobody asks')),
  });
  await expect(issue(IssueUploadTicketInput.parse(photo), { name: 'ada' })).rejects.toThrow('down');
  expect(signed).toEqual([]);
});

test('asked twice, it gives two tickets for two assets that do not touch each other', async () => {
  const { issue, assets } = setUp();
  await issue(photo);
  await issue(photo);
  expect(new Set(assets.map(({ key }) => key)).size).toBe(2);
});

test.each([
  ['video/mp4', 52_428_800],
  ['video/webm', 52_428_800],
  ['text/vtt', 1_048_576],
])('%s may have up to %i bytes, and S3 takes no more', async (contentType, most) => {
  const { issue, assets, signed } = setUp();
  await issue({ ...photo, contentType, size: most });
  expect([assets[0]?.maxBytes, signed[0]?.maxBytes]).toEqual([most, most]);
});

test('an upload in parts is bound to one key and one type, for a week, and a film may have 5 GiB', async () => {
  const { issue, begun, signed, assets } = setUp();
  const film = { fileName: 'trailer.mp4', contentType: 'video/mp4', size: 5 * 1024 ** 3, multipart: true };
  const key = `uploads/${ids[0]}/trailer.mp4`;
  expect(await issue(film)).toMatchObject({
    upload: {
      multipart: { uploadId: 'an-upload', key, partSize: 8_388_608 },
      expiresAt: '2026-03-08T09:00:00.000Z',
    },
  });
  expect(begun).toMatchObject([{ key, contentType: 'video/mp4', metadata: { 'x-amz-meta-asset-id': ids[0] } }]);
  expect([signed, assets[0]?.maxBytes]).toEqual([[], 5 * 1024 ** 3]);
  await expect(issue({ ...film, size: film.size + 1 })).rejects.toMatchObject({ status: 413 });
  await expect(issue({ ...photo, size: 52_428_801, multipart: true })).rejects.toMatchObject({ status: 413 });
});

describe('what can be known beforehand is refused beforehand', () => {
  test.each([
    [{ ...photo, size: 0 }, 400, 'empty-file', 'The file is empty; choose another one.'],
    [{ ...photo, size: 52_428_801 }, 413, 'file-too-large', 'The file has 50.0 MiB; at most 50 MiB can be uploaded.'],
    [{ ...photo, contentType: 'image/heic' }, 415, 'heic-not-supported', /^HEIC and HEIF images are not supported/],
    [{ ...photo, contentType: 'video/quicktime' }, 415, 'unsupported-type', /video\/quicktime cannot be uploaded/],
    [{ ...photo, contentType: 'text/vtt', size: 1_048_577 }, 413, 'file-too-large', /at most 1 MiB of captions/],
  ])('%j', async (input, status, code, message) => {
    const { issue, assets } = setUp();
    const refusal = await issue(input).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status, code, message: expect.stringMatching(message) });
    expect(assets).toEqual([]);
  });

  test.each([
    [{ ...photo, fileName: '  ' }, 'The file needs a name.'],
    [{ contentType: 'image/png', size: 1 }, 'The file needs a name.'],
    [{ ...photo, size: 1.5 }, 'size'],
    [{ ...photo, focalPoint: { x: 101, y: 0 } }, 'focalPoint'],
    [{ ...photo, bucket: 'other' }, 'bucket'],
  ])('%j', (input, problem) => {
    expect(JSON.stringify(IssueUploadTicketInput.safeParse(input).error?.issues)).toContain(problem);
  });
});

test.each(['../../etc/passwd', 'ünïcode naïve.png', '.hidden', '???', 'a/b\\c.jpg', 'x'.repeat(250)])(
  'the name %j becomes a key that belongs to its asset',
  async (fileName) => {
    const { issue, signed } = setUp();
    await issue({ ...photo, fileName });
    const key = signed[0]?.key ?? '';
    expect(key).toMatch(/^uploads\/[0-9a-f-]{36}\/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/);
    expect(assetIdOf(key)).toBe(ids[0]);
  },
);
