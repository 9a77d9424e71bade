import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectTaggingCommand,
  GetBucketTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { ACCOUNT_ID } from '../identity.ts';

const Bucket = 'tagged';
let harness: Harness;
let client: S3Client;
beforeEach(async () => {
  harness = await openHarness();
  client = new S3Client(harness.client);
  await client.send(new CreateBucketCommand({ Bucket }));
});
afterEach(async () => {
  client.destroy();
  await harness.close();
});

const tags = async (Key: string) => (await client.send(new GetObjectTaggingCommand({ Bucket, Key }))).TagSet;
const put = (Key: string, Tagging?: string) => client.send(new PutObjectCommand({ Bucket, Key, Body: Key, Tagging }));

test('an object has the tags that it was written with, until it is written anew', async () => {
  await put('a', 'kind=poster&note=a%20b');
  expect(await tags('a')).toEqual([
    { Key: 'kind', Value: 'poster' },
    { Key: 'note', Value: 'a b' },
  ]);
  const { TagCount, ...got } = await client.send(new GetObjectCommand({ Bucket, Key: 'a' }));
  expect([TagCount, await got.Body?.transformToString()]).toEqual([2, 'a']);
  await put('a');
  expect(await tags('a')).toEqual([]);
  expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).ETag).toBe(got.ETag);
});

test('tags are set and taken off without touching the object', async () => {
  await put('a');
  const TagSet = [{ Key: 'stage', Value: 'live' }];
  await client.send(new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging: { TagSet } }));
  expect(await tags('a')).toEqual(TagSet);
  await client.send(new DeleteObjectTaggingCommand({ Bucket, Key: 'a' }));
  expect(await tags('a')).toEqual([]);
  const missing = client.send(new PutObjectTaggingCommand({ Bucket, Key: 'b', Tagging: { TagSet } }));
  await expect(missing).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a copy takes the tags along or has its own', async () => {
  await put('a', 'kind=poster');
  const CopySource = `${Bucket}/a`;
  await client.send(new CopyObjectCommand({ Bucket, Key: 'same', CopySource }));
  await client.send(
    new CopyObjectCommand({ Bucket, Key: 'own', CopySource, TaggingDirective: 'REPLACE', Tagging: 'kind=copy' }),
  );
  expect([await tags('same'), await tags('own')]).toEqual([
    [{ Key: 'kind', Value: 'poster' }],
    [{ Key: 'kind', Value: 'copy' }],
  ]);
});

test('an upload in parts has the tags that it was begun with', async () => {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key: 'big', Tagging: 'kind=film' }),
  );
  const { ETag } = await client.send(
    new UploadPartCommand({ Bucket, Key: 'big', UploadId, PartNumber: 1, Body: 'part' }),
  );
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key: 'big', UploadId, MultipartUpload }));
  expect(await tags('big')).toEqual([{ Key: 'kind', Value: 'film' }]);
});

test('too many tags, or one twice, are refused', async () => {
  await put('a');
  const set = (TagSet: { Key: string; Value: string }[]) =>
    client.send(new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging: { TagSet } }));
  const many = Array.from({ length: 11 }, (_, n) => ({ Key: `k${n}`, Value: '' }));
  await expect(set(many)).rejects.toMatchObject({ name: 'BadRequest' });
  await expect(set([...many.slice(0, 1), ...many.slice(0, 1)])).rejects.toMatchObject({ name: 'InvalidTag' });
  await expect(put('b', 'a=1&a=2')).rejects.toMatchObject({ name: 'InvalidTag' });
});

test('a bucket has tags of its own', async () => {
  const none = client.send(new GetBucketTaggingCommand({ Bucket }));
  await expect(none).rejects.toMatchObject({ name: 'NoSuchTagSet' });
  const TagSet = [{ Key: 'owner', Value: 'design' }];
  await client.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  expect((await client.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);
});

test('a policy may ask for the tags of a request and of an object', async () => {
  await put('open', 'seen=yes');
  await put('shut', 'seen=no');
  const name = 'reader';
  const arn = `arn:aws:iam::${ACCOUNT_ID}:role/${name}`;
  harness.identities.putRole({
    ...{ arn, name, id: 'AROAREADER', trust: [], managedPolicyArns: [] },
    inline: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { StringEquals: { 's3:ExistingObjectTag/seen': 'yes' } },
      },
      {
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:PutObjectTagging'],
        Resource: '*',
        Condition: { StringEquals: { 's3:RequestObjectTag/seen': 'no' } },
      },
    ],
  });
  const reader = new S3Client({ ...harness.client, credentials: harness.identities.sessionFor(arn, 's') });
  const get = (Key: string) => reader.send(new GetObjectCommand({ Bucket, Key }));
  expect((await get('open')).ContentLength).toBe(4);
  await expect(get('shut')).rejects.toMatchObject({ name: 'AccessDenied' });
  const write = (Tagging?: string) => reader.send(new PutObjectCommand({ Bucket, Key: 'new', Body: '', Tagging }));
  await write('seen=no');
  await expect(write('seen=yes')).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(write()).rejects.toMatchObject({ name: 'AccessDenied' });
  reader.destroy();
});
