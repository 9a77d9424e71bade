import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asset } from '../../cli/api.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

const SOON = { timeout: 60_000, interval: 100 };
const stateOf = async (assetId: string): Promise<string> => (await system.asset(assetId)).state;
const filesOf = ({ contentId }: Asset): Promise<string[]> => system.keys('media', `media/${contentId}/`);
const remove = (assetId: string) => system.request('DELETE', `/assets/${assetId}`);
const removed = (assetId: string) => expect.poll(() => stateOf(assetId), SOON).toBe('removed');

test('an original that somebody deletes in the bucket takes its renditions with it', async () => {
  const asset = await system.upload('gone.jpg', 'image/jpeg', await shade(1));
  const [Key] = await system.keys('uploads', `uploads/${asset.assetId}`);
  expect(await filesOf(asset)).toHaveLength((asset.renditions?.length ?? 0) + 1);
  await system.s3.send(new DeleteObjectCommand({ Bucket: system.connection.outputs.UploadsBucketName, Key }));
  await removed(asset.assetId);
  await expect.poll(() => filesOf(asset), SOON).toEqual([]);
  expect((await system.published(asset.renditions?.[0]?.path ?? '')).status).not.toBe(200);
});

test('an editor who removes an asset removes its original and its renditions, and may ask twice', async () => {
  const asset = await system.upload('away.jpg', 'image/jpeg', await shade(2));
  expect((await remove(asset.assetId)).status).toBe(202);
  await removed(asset.assetId);
  await expect.poll(() => filesOf(asset), SOON).toEqual([]);
  expect(await system.keys('uploads', `uploads/${asset.assetId}`)).toEqual([]);
  expect((await remove(asset.assetId)).status).toBeLessThan(300);
  expect(await stateOf(asset.assetId)).toBe('removed');
});

test('renditions that assets share stay until the last of them goes', async () => {
  const bytes = await shade(3);
  const first = await system.upload('first.jpg', 'image/jpeg', bytes);
  const second = await system.upload('second.jpg', 'image/jpeg', bytes);
  expect(second.contentId).toBe(first.contentId);
  await remove(first.assetId);
  await removed(first.assetId);
  await system.ended('remove', first.assetId);
  expect(await filesOf(first)).not.toEqual([]);
  expect(await stateOf(second.assetId)).toBe('ready');
  await remove(second.assetId);
  await removed(second.assetId);
  await expect.poll(() => filesOf(first), SOON).toEqual([]);
});

test('the same bytes uploaded many times at once are rendered for all, and leave nothing behind', async () => {
  const bytes = await shade(4, 60, 40);
  const assets = await Promise.all(
    Array.from({ length: 20 }, (_, index) => system.upload(`same-${index}.jpg`, 'image/jpeg', bytes)),
  );
  expect(assets.map(({ state }) => state)).toEqual(assets.map(() => 'ready'));
  expect(new Set(assets.map(({ contentId }) => contentId)).size).toBe(1);
  await Promise.all(assets.map(({ assetId }) => remove(assetId)));
  await Promise.all(assets.map(({ assetId }) => removed(assetId)));
  await expect.poll(() => filesOf(assets[0] as Asset), SOON).toEqual([]);
});

test('an asset that is removed while it is processed ends removed, with no file left', async () => {
  const bytes = await shade(5, 1200, 800);
  const before = await system.keys('media');
  const ticket = await system.ticketFor('early.jpg', 'image/jpeg', bytes.length);
  await system.post(ticket, bytes);
  await system.event(
    (event) => event['detail-type'] === 'AssetUploaded' && JSON.stringify(event.detail).includes(ticket.assetId),
  );
  await remove(ticket.assetId);
  await removed(ticket.assetId);
  await system.ended('processasset', ticket.assetId);
  await expect.poll(() => system.keys('media'), SOON).toEqual(before);
  expect(await stateOf(ticket.assetId)).toBe('removed');
});

test('another file in the place of the first replaces its renditions', async () => {
  const [one, other] = [await shade(6), await shade(7)];
  const ticket = await system.ticketFor('version.jpg', 'image/jpeg', one.length);
  await system.post(ticket, one);
  const first = await system.settled(ticket.assetId);
  await system.post(ticket, other);
  const second = await system.settled(ticket.assetId, 1);
  expect(second.state).toBe('ready');
  expect(second.contentId).not.toBe(first.contentId);
  expect(await filesOf(second)).not.toEqual([]);
  await expect.poll(() => filesOf(first), SOON).toEqual([]);
});
