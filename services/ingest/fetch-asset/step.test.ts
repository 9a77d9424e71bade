import { assetFetchRequestedExample } from '@marquee/events/schemas/asset-fetch-requested.ts';
import { expect, test } from 'vitest';
import type { RefusalReason } from '../asset.ts';
import { ASSET_ID, aPicture } from '../testing/memory-library.ts';
import { NotFetchedError } from './problem.ts';
import { createFetchAsset } from './step.ts';

const MIB = 1024 * 1024;

async function* bodyOf(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

type Found = { url?: string; contentType?: string; body?: AsyncIterable<Uint8Array> };

const setUp = ({ url = 'https://press.example/Key%20Art.jpg', contentType = 'image/jpeg', body }: Found = {}) => {
  let asset = aPicture({ state: 'uploading', etag: undefined });
  const stored: { key: string; bytes: number; contentType: string }[] = [];
  const refused: RefusalReason[] = [];
  let downloads = 0;
  const fetchAsset = createFetchAsset({
    now: () => 0,
    readAsset: async () => asset,
    download: async () => {
      downloads++;
      return { url: new URL(url), contentType, body: body ?? bodyOf(new Uint8Array(5)) };
    },
    declare: async (_, file) => {
      asset = { ...asset, ...file };
      return asset.state === 'uploading';
    },
    store: async (key, bytes, type) => {
      let size = 0;
      for await (const chunk of bytes) size += chunk.byteLength;
      stored.push({ key, bytes: size, contentType: type });
    },
    markRefused: async (_, reason) => {
      asset = { ...asset, state: 'refused' };
      refused.push(reason);
    },
  });
  return {
    stored,
    refused,
    asset: () => asset,
    downloads: () => downloads,
    become: (state: string): void => {
      asset = { ...asset, state };
    },
    fetch: () => fetchAsset({ detail: assetFetchRequestedExample }),
  };
};

test('a file is stored where its upload would have come, as what its server says it is', async () => {
  const { fetch, stored, asset } = setUp();
  await fetch();
  expect(stored).toEqual([{ key: `uploads/${ASSET_ID}/a.jpg`, bytes: 5, contentType: 'image/jpeg' }]);
  expect(asset()).toMatchObject({ state: 'uploading', fileName: 'Key Art.jpg', declaredType: 'image/jpeg' });
});

test('where the server says nothing of use, the end of the address does', async () => {
  const { fetch, stored } = setUp({
    url: 'https://press.example/trailer.MP4',
    contentType: 'application/octet-stream',
  });
  await fetch();
  expect(stored).toMatchObject([{ contentType: 'video/mp4' }]);
});

test('asked for twice, what has arrived is not fetched again', async () => {
  const { fetch, become, downloads } = setUp();
  await fetch();
  become('checking');
  await fetch();
  expect(downloads()).toBe(1);
});

test.each<[string, Found, string]>([
  ['a page', { contentType: 'text/html' }, 'unsupported-type'],
  ['a page that is called a picture', { contentType: 'text/html', url: 'https://a.example/b.jpg' }, 'unsupported-type'],
  ['too large a picture', { body: bodyOf(new Uint8Array(40 * MIB), new Uint8Array(11 * MIB)) }, 'file-too-large'],
])('%s is refused in words, and nothing of it stays', async (_, found, code) => {
  const { fetch, refused, stored } = setUp(found);
  await fetch();
  expect(refused).toEqual([{ code, message: expect.stringMatching(/\.$/), remedy: expect.stringMatching(/\.$/) }]);
  expect(stored).toEqual([]);
  await fetch();
  expect(refused).toHaveLength(1);
});

test('what breaks off is refused; what S3 does not take is tried again', async () => {
  const broken = (error: Error): AsyncIterable<Uint8Array> => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }),
  });
  const off = setUp({ body: broken(new NotFetchedError('not-fetched', 'It broke off.', 'Again.')) });
  await off.fetch();
  expect(off.refused).toMatchObject([{ code: 'not-fetched' }]);
  const down = setUp({ body: broken(new Error('S3 is down')) });
  await expect(down.fetch()).rejects.toThrow('S3 is down');
  expect(down.refused).toEqual([]);
});
