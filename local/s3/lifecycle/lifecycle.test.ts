import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketLifecycleCommand,
  GetBucketLifecycleConfigurationCommand,
  HeadObjectCommand,
  type LifecycleRule,
  ListMultipartUploadsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '../../clock.ts';
import { type Harness, openHarness } from '../../front-door/harness.ts';
import { nextMidnight } from './rule.ts';

const Bucket = 'expiring';
const DAY = 86_400_000;
let clock: VirtualClock;
let harness: Harness;
let client: S3Client;
beforeEach(async () => {
  // SDK clients sign with the machine's time, so the clock starts there.
  clock = new VirtualClock(Date.now());
  harness = await openHarness({ clock });
  client = new S3Client(harness.client);
  await client.send(new CreateBucketCommand({ Bucket }));
});
afterEach(async () => {
  client.destroy();
  await harness.close();
});

const rules = (...Rules: LifecycleRule[]) =>
  client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
const put = (Key: string, more: object = {}) => client.send(new PutObjectCommand({ Bucket, Key, Body: Key, ...more }));
/** What the bucket holds. No client is asked: its signature is of another day by then. */
const keys = (): string[] => [...(harness.fauxqs.s3.buckets.get(Bucket)?.keys() ?? [])].sort();

test('an object goes at the midnight after its days, and says so before and by an event', async () => {
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await client.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
  await rules({ ID: 'two days', Status: 'Enabled', Filter: { Prefix: 'old/' }, Expiration: { Days: 2 } });
  await put('old/a');
  await put('new/a');
  const goes = nextMidnight(clock.now() + 2 * DAY);
  const { Expiration } = await client.send(new HeadObjectCommand({ Bucket, Key: 'old/a' }));
  expect(Expiration).toBe(`expiry-date="${new Date(goes).toUTCString()}", rule-id="two%20days"`);
  await clock.advance(goes - clock.now() - 1);
  expect(keys()).toEqual(['new/a', 'old/a']);
  await clock.advance(1);
  expect(keys()).toEqual(['new/a']);
  expect(harness.events.at(-1)).toMatchObject({
    detailType: 'Object Deleted',
    detail: { object: { key: 'old/a' }, reason: 'Lifecycle Expiration', requester: 's3.amazonaws.com' },
  });
});

test('tags, sizes and a date say which objects go', async () => {
  const And = { Prefix: 'a', Tags: [{ Key: 'keep', Value: 'no' }], ObjectSizeGreaterThan: 3 };
  const midnight = new Date(nextMidnight(clock.now() + 5 * DAY));
  await rules(
    { ID: 'all of it', Status: 'Enabled', Filter: { And }, Expiration: { Days: 1 } },
    { ID: 'dated', Status: 'Enabled', Filter: { Tag: { Key: 'dated', Value: '' } }, Expiration: { Date: midnight } },
    { ID: 'asleep', Status: 'Disabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } },
  );
  await put('abcd', { Tagging: 'keep=no' });
  await put('abc', { Tagging: 'keep=no' });
  await put('abcde', { Tagging: 'keep=yes' });
  await put('bcde', { Tagging: 'keep=no&dated=' });
  await clock.advance(3 * DAY);
  expect(keys()).toEqual(['abc', 'abcde', 'bcde']);
  await clock.advance(4 * DAY);
  expect(keys()).toEqual(['abc', 'abcde']);
});

test('an upload that nobody completes goes too', async () => {
  const AbortIncompleteMultipartUpload = { DaysAfterInitiation: 1 };
  await rules({ ID: 'parts', Status: 'Enabled', Filter: { Prefix: '' }, AbortIncompleteMultipartUpload });
  await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'half' }));
  expect((await client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads).toHaveLength(1);
  await clock.advance(3 * DAY);
  expect(harness.fauxqs.s3.multipartUploads.size).toBe(0);
});

test('what fell due while nothing ran goes at the next start', async () => {
  await rules({ ID: 'day', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } });
  await put('a');
  const { folder } = harness;
  await harness.door.close();
  harness.s3.close();
  harness.fauxqs.close();
  clock = new VirtualClock(Date.now() + 10 * DAY);
  harness = await openHarness({ clock, folder });
  expect(keys()).toEqual(['a']);
  await harness.s3.recover();
  expect(keys()).toEqual([]);
});

describe('rules', () => {
  test('are told as they were given, and go', async () => {
    const get = () => client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    await expect(get()).rejects.toMatchObject({ name: 'NoSuchLifecycleConfiguration' });
    const given: LifecycleRule[] = [
      { ID: 'one', Status: 'Enabled', Filter: { Prefix: 'a/' }, Expiration: { Days: 3 } },
      {
        ID: 'two',
        Status: 'Disabled',
        Filter: { And: { Prefix: 'b/', Tags: [{ Key: 'k', Value: 'v' }] } },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      },
    ];
    await rules(...given);
    expect((await get()).Rules).toEqual(given);
    await client.send(new DeleteBucketLifecycleCommand({ Bucket }));
    await expect(get()).rejects.toMatchObject({ name: 'NoSuchLifecycleConfiguration' });
  });

  test('that S3 would not take, or that need what is not kept here, are refused', async () => {
    const Filter = { Prefix: '' };
    const refused = (rule: Partial<LifecycleRule>) => rules({ ID: 'r', Status: 'Enabled', Filter, ...rule });
    await expect(refused({})).rejects.toMatchObject({ name: 'InvalidRequest' });
    await expect(refused({ Expiration: { Days: 0 } })).rejects.toMatchObject({ name: 'InvalidArgument' });
    const Transitions = [{ Days: 1, StorageClass: 'GLACIER' as const }];
    await expect(refused({ Expiration: { Days: 9 }, Transitions })).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
