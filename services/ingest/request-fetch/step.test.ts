import { AssetFetchRequested } from '@marquee/events/schemas/asset-fetch-requested.ts';
import { expect, test } from 'vitest';
import type { NewAsset } from '../store.ts';
import { createRequestFetch, RequestFetchInput } from './step.ts';

const setUp = () => {
  const assets: NewAsset[] = [];
  const requested: AssetFetchRequested[] = [];
  let ids = 0;
  const request = createRequestFetch({
    now: () => Date.UTC(2026, 2, 1, 9),
    newId: () => `0b1c5a3e-9a39-4d5f-8a7d-00000000000${ids++}`,
    createAsset: async (asset) => void assets.push(asset),
    requestFetch: async (detail) => void requested.push(AssetFetchRequested.strict.parse(detail)),
  });
  const caller = { name: 'ada', requestId: 'the-request' };
  return { assets, requested, request: (input: object) => request(RequestFetchInput.parse(input), caller) };
};

test('the asset is there before its file is asked for, and both are of one action', async () => {
  const { request, assets, requested } = setUp();
  const answer = await request({
    url: 'https://press.example/art/Key%20Art.jpg?size=l',
    folder: 'Press',
    tags: ['New'],
  });
  expect(answer).toEqual({ assetId: assets[0]?.assetId, correlationId: assets[0]?.correlationId, state: 'uploading' });
  expect(assets[0]).toMatchObject({
    fileName: 'Key Art.jpg',
    name: 'Key Art.jpg',
    folder: 'Press',
    tags: ['new'],
    declaredType: 'image/jpeg',
    key: `uploads/${answer.assetId}/Key-Art.jpg`,
    createdBy: 'ada',
  });
  expect(requested).toMatchObject([
    {
      metadata: { correlationId: answer.correlationId, causationId: 'the-request' },
      data: { assetId: answer.assetId, url: 'https://press.example/art/Key%20Art.jpg?size=l' },
    },
  ]);
});

test('asked twice, there are two assets that do not touch each other', async () => {
  const { request, assets } = setUp();
  await request({ url: 'https://press.example/' });
  await request({ url: 'https://press.example/' });
  expect(new Set(assets.map(({ key }) => key)).size).toBe(2);
  expect(assets[0]).toMatchObject({ fileName: 'press.example', declaredType: 'application/octet-stream' });
});

test.each(['http://press.example/a.jpg', 'https://a:b@press.example/a.jpg', 'press.example/a.jpg'])(
  '%s is refused at once',
  async (url) => {
    const { request, assets } = setUp();
    const refusal = { status: 400, code: 'address-not-allowed', field: 'url' };
    await expect(request({ url })).rejects.toMatchObject(refusal);
    expect(assets).toEqual([]);
  },
);
