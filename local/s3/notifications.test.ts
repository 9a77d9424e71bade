import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID } from '../identity.ts';
import type { S3Event } from './notifications.ts';

let folder: string;
let harness: Harness;
const Bucket = 'watched';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 's3-'));
  harness = await openHarness({ folder });
  await deploy(harness);
});

afterEach(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

const deploy = async ({ s3 }: Harness, eventBridge = true) =>
  s3.resourceTypes[0]?.create(
    resource('AWS::S3::Bucket', Bucket, {
      BucketName: Bucket,
      ...(eventBridge && { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } }),
    }),
    deployContext,
  );

const call = (operation: string, input: object, on = harness) =>
  on.cloud.call('s3', operation, { Bucket, ...input }, on.identities.administrator);

test('an object created and deleted makes the events that AWS documents', async () => {
  await call('PutObject', { Key: 'a b', Body: 'abc' });
  await call('DeleteObject', { Key: 'a b' });
  const common = {
    version: '0',
    bucket: { name: Bucket },
    'request-id': expect.any(String),
    requester: ACCOUNT_ID,
    'source-ip-address': '127.0.0.1',
  };
  const sequencer = expect.stringMatching(/^[0-9A-F]{18}$/);
  const time = new Date(harness.clock.now());
  const base = { id: expect.any(String), source: 'aws.s3', resources: [`arn:aws:s3:::${Bucket}`], time };
  expect(harness.events).toEqual([
    {
      ...base,
      detailType: 'Object Created',
      detail: {
        ...common,
        object: { key: 'a b', size: 3, etag: '900150983cd24fb0d6963f7d28e17f72', sequencer },
        reason: 'PutObject',
      },
    },
    {
      ...base,
      detailType: 'Object Deleted',
      detail: {
        ...common,
        object: { key: 'a b', sequencer },
        reason: 'DeleteObject',
        'deletion-type': 'Permanently Deleted',
      },
    },
  ]);
});

test('each way to make an object gives its own reason', async () => {
  await call('PutObject', { Key: 'one', Body: '1' });
  await call('PostObject', { Key: 'two', Body: '1' });
  await call('CopyObject', { Key: 'three', CopySource: `${Bucket}/one` });
  const { UploadId } = await call('CreateMultipartUpload', { Key: 'four' });
  const { ETag } = await call('UploadPart', { Key: 'four', UploadId, PartNumber: 1, Body: 'x' });
  await call('CompleteMultipartUpload', {
    Key: 'four',
    UploadId,
    MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
  });
  expect(harness.events.map(({ detail }) => detail.reason)).toEqual([
    'PutObject',
    'POST Object',
    'CopyObject',
    'CompleteMultipartUpload',
  ]);
});

test('what changes nothing makes no event', async () => {
  await call('DeleteObject', { Key: 'never' });
  await call('PutObject', { Key: 'once', Body: '', IfNoneMatch: '*' });
  await expect(call('PutObject', { Key: 'once', Body: '', IfNoneMatch: '*' })).rejects.toMatchObject({
    code: 'PreconditionFailed',
  });
  expect(harness.events).toHaveLength(1);
  await deploy(harness, false);
  await call('PutObject', { Key: 'silent', Body: '' });
  expect(harness.events).toHaveLength(1);
});

test('sequencers rise, also where a restart finds the clock set back', async () => {
  for (let index = 0; index < 3; index++) await call('PutObject', { Key: 'k', Body: '' });
  await harness.close();
  const earlier = await openHarness({ folder, clock: new VirtualClock(harness.clock.now() - 3_600_000) });
  await deploy(earlier);
  await call('PutObject', { Key: 'k', Body: '' }, earlier);
  const sequencers = [...harness.events, ...earlier.events].map(
    ({ detail }) => (detail.object as { sequencer: string }).sequencer,
  );
  expect(sequencers).toEqual([...new Set(sequencers)].sort());
  harness = earlier;
});

test('an event that cannot be handed on is kept, and offered again in order', async () => {
  const taken: S3Event[] = [];
  let down = true;
  await harness.close();
  const clock = new VirtualClock();
  harness = await openHarness({
    folder,
    clock,
    publish(event) {
      if (down) throw new Error('the bus is down');
      taken.push(event);
    },
  });
  await deploy(harness);
  await call('PutObject', { Key: '1', Body: '' });
  await call('PutObject', { Key: '2', Body: '' });
  expect(taken).toEqual([]);
  down = false;
  await clock.advance(1000);
  expect(taken.map(({ detail }) => (detail.object as { key: string }).key)).toEqual(['1', '2']);
  expect(await harness.s3.recover()).toBe(0);
});

test.for(['before the change is whole', 'before the event is taken'])(
  'a crash %s leaves object and event together',
  async (moment) => {
    await harness.close();
    const script = `
    import { openHarness, deployContext, resource } from ${JSON.stringify(new URL('../front-door/harness.ts', import.meta.url).href)};
    const die = () => process.kill(process.pid, 'SIGKILL');
    const moment = ${JSON.stringify(moment)};
    const harness = await openHarness({ folder: process.argv[1], publish() { if (moment !== 'before the change is whole') die(); } });
    if (moment === 'before the change is whole') {
      const put = harness.fauxqs.s3.putObject;
      harness.fauxqs.s3.putObject = (...input) => { put.apply(harness.fauxqs.s3, input); die(); };
    }
    const call = (operation, input) => harness.cloud.call('s3', operation, input, harness.identities.administrator);
    await harness.s3.resourceTypes[0].create(resource('AWS::S3::Bucket', 'b', { BucketName: '${Bucket}', NotificationConfiguration: { EventBridgeConfiguration: {} } }), deployContext);
    await call('PutObject', { Bucket: '${Bucket}', Key: 'k', Body: 'x' });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: 'inherit' });
    expect(await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))).toBe('SIGKILL');

    harness = await openHarness({ folder });
    const changed = moment !== 'before the change is whole';
    expect(harness.fauxqs.s3.buckets.get(Bucket)?.has('k') ?? false).toBe(changed);
    expect(await harness.s3.recover()).toBe(changed ? 1 : 0);
    expect(harness.events).toHaveLength(changed ? 1 : 0);
  },
);

test('objects, metadata and multipart uploads are there after a restart', async () => {
  await call('PutObject', { Key: 'kept', Body: 'x', ContentType: 'text/plain', Metadata: { a: 'b' } });
  const { UploadId } = await call('CreateMultipartUpload', { Key: 'half' });
  const { ETag } = await call('UploadPart', { Key: 'half', UploadId, PartNumber: 1, Body: 'part' });
  await harness.close();
  harness = await openHarness({ folder });
  // The bucket still asks for events, although no template has been carried out in this run.
  await call('PutObject', { Key: 'early', Body: '' });
  expect(harness.events).toHaveLength(1);
  expect(await call('GetObject', { Key: 'kept' })).toMatchObject({
    Body: Buffer.from('x'),
    ContentType: 'text/plain',
    Metadata: { a: 'b' },
  });
  await call('CompleteMultipartUpload', {
    Key: 'half',
    UploadId,
    MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
  });
  expect(await call('GetObject', { Key: 'half' })).toMatchObject({ Body: Buffer.from('part') });
});
