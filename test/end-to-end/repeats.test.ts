import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asset } from '../../cli/api.ts';
import type { Event } from '../../local/events/event.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let lambda: LambdaClient;
let bus: EventBridgeClient;
beforeAll(async () => {
  system = await startSystem();
  lambda = new LambdaClient(system.connection.client);
  bus = new EventBridgeClient(system.connection.client);
});
afterAll(async () => {
  lambda?.destroy();
  bus?.destroy();
  await system?.stop();
});

const SOON = { timeout: 60_000, interval: 50 };

/** What the bucket reported of an asset, in the order in which it did. */
const reports = (assetId: string): Event[] =>
  system.seen.filter(({ source, detail }) => source === 'aws.s3' && JSON.stringify(detail).includes(assetId));

/** Has the function that listens to the bucket hear a report once more, as EventBridge may deliver it. */
const hear = async (report: Event | undefined): Promise<void> => {
  const { FunctionError } = await lambda.send(
    new InvokeCommand({
      FunctionName: system.physicalId('AnnounceObjectChange', 'AWS::Lambda::Function'),
      Payload: Buffer.from(JSON.stringify(report)),
    }),
  );
  expect(FunctionError).toBeUndefined();
};

const endings = (assetId: string): number => system.countEnded('processasset', assetId);

/** Everything that an editor or the public can see of an asset. */
const picture = async (assetId: string) => {
  const { Contents = [] } = await system.s3.send(
    new ListObjectsV2Command({ Bucket: system.connection.outputs.MediaBucketName }),
  );
  // The link to the original is signed anew each time.
  const { original: _, ...asset } = (await system.asset(assetId)) as Asset & { original?: object };
  return {
    asset,
    files: Contents.map(({ Key, LastModified, ETag }) => ({ Key, LastModified, ETag })),
  };
};

test('an upload that is reported three times is processed once', async () => {
  const { assetId } = await system.upload('twice.jpg', 'image/jpeg', await shade(1));
  await expect.poll(() => endings(assetId), SOON).toBe(1);
  const before = await picture(assetId);
  const [report] = reports(assetId);
  await Promise.all([hear(report), hear(report)]);
  await expect.poll(() => endings(assetId), SOON).toBe(3);
  expect(await picture(assetId)).toEqual(before);
  expect(
    system.seen.filter(
      ({ detail, ...event }) => event['detail-type'] === 'AssetProcessed' && JSON.stringify(detail).includes(assetId),
    ),
  ).toHaveLength(1);
});

test('the event of an upload that is put on the bus again changes nothing', async () => {
  const { assetId } = await system.upload('again.jpg', 'image/jpeg', await shade(2));
  await expect.poll(() => endings(assetId), SOON).toBe(1);
  const before = await picture(assetId);
  const uploaded = system.seen.find(
    (event) => event['detail-type'] === 'AssetUploaded' && JSON.stringify(event.detail).includes(assetId),
  );
  await bus.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: system.connection.outputs.EventBusName,
          Source: uploaded?.source,
          DetailType: 'AssetUploaded',
          Detail: JSON.stringify(uploaded?.detail),
        },
      ],
    }),
  );
  await expect.poll(() => endings(assetId), SOON).toBe(2);
  expect(await picture(assetId)).toEqual(before);
});

test('a report of the first file that comes after the second file has been processed changes nothing', async () => {
  const [one, other] = [await shade(3), await shade(4)];
  const ticket = await system.ticketFor('late.jpg', 'image/jpeg', one.length);
  const { assetId } = ticket;
  await system.post(ticket, one);
  const first = await system.settled(assetId);
  await system.post(ticket, other);
  const second = await system.settled(assetId, 1);
  expect(second.contentId).not.toBe(first.contentId);
  await expect.poll(() => system.keys('media', `media/${first.contentId}/`), SOON).toEqual([]);
  await expect.poll(() => endings(assetId), SOON).toBe(2);
  const before = await picture(assetId);
  await hear(reports(assetId)[0]);
  await expect.poll(() => endings(assetId), SOON).toBe(3);
  expect(await picture(assetId)).toEqual(before);
});

test('a report of the upload that comes after the removal does not bring the asset back', async () => {
  const { assetId } = await system.upload('late-removed.jpg', 'image/jpeg', await shade(5));
  await system.request('DELETE', `/assets/${assetId}`);
  await expect.poll(async () => (await system.asset(assetId)).state, SOON).toBe('removed');
  await system.ended('remove', assetId);
  const before = await picture(assetId);
  const [created, deleted] = reports(assetId);
  expect([created?.['detail-type'], deleted?.['detail-type']]).toEqual(['Object Created', 'Object Deleted']);
  await hear(created);
  await hear(deleted);
  await expect.poll(() => endings(assetId), SOON).toBe(2);
  await expect.poll(() => system.countEnded('removeasset', assetId), SOON).toBe(2);
  expect(await picture(assetId)).toEqual(before);
});

test('a removal that is reported after a new file is there does not remove the new file', async () => {
  const [one, other] = [await shade(6), await shade(7)];
  const ticket = await system.ticketFor('back.jpg', 'image/jpeg', one.length);
  const { assetId } = ticket;
  await system.post(ticket, one);
  await system.settled(assetId);
  await system.post(ticket, other);
  const second = await system.settled(assetId, 1);
  await expect.poll(() => endings(assetId), SOON).toBe(2);
  const [created] = reports(assetId);
  if (!created) throw new Error('The upload was not reported.');
  const { object } = created.detail as { object: { key: string; sequencer: string } };
  // As S3 would have reported a deletion between the two uploads: after the first file, before the second.
  const sequencer = (BigInt(`0x${object.sequencer}`) + 1n)
    .toString(16)
    .toUpperCase()
    .padStart(object.sequencer.length, '0');
  const deletion = { ...(created.detail as object), object: { key: object.key, sequencer } };
  await hear({ ...created, id: 'late-deletion', 'detail-type': 'Object Deleted', detail: deletion });
  await expect.poll(() => system.countEnded('removeasset', `"key":"${object.key}"`), SOON).toBeGreaterThan(0);
  expect(await system.asset(assetId)).toMatchObject({ state: 'ready', contentId: second.contentId });
  expect(await system.keys('media', `media/${second.contentId}/`)).toHaveLength((second.renditions?.length ?? 0) + 1);
});
