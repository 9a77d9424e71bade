import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, openHarness } from '../front-door/harness.ts';

let harness: Harness;
let s3: S3Client;
const Bucket = 'things';

beforeAll(async () => {
  harness = await openHarness();
  s3 = new S3Client(harness.client);
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(() => harness.close());

const put = (Key: string, Body: string | Buffer, more = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const text = async (Key: string, more = {}) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString();

test('an object comes back with its bytes, type and metadata', async () => {
  const body = randomBytes(300_000);
  await put('deep/über & co.bin', body, {
    ContentType: 'image/png',
    CacheControl: 'public, max-age=31536000, immutable',
    Metadata: { 'asset-id': 'a 1', title: 'Tür' },
  });
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'deep/über & co.bin' }));
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(body);
  expect(got).toMatchObject({
    ContentType: 'image/png',
    CacheControl: 'public, max-age=31536000, immutable',
    ContentLength: 300_000,
    ChecksumType: 'FULL_OBJECT',
  });
  expect(got.Metadata?.['asset-id']).toBe('a 1');
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'deep/über & co.bin' }));
  expect(head).toMatchObject({ ContentLength: 300_000, ETag: got.ETag });
});

test('an object of 100 MiB is taken whole', async () => {
  const body = Buffer.alloc(100 * 1024 * 1024, 7);
  await put('large', body);
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'large' }));
  expect(head.ContentLength).toBe(body.length);
  expect(await text('large', { Range: 'bytes=104857598-' })).toHaveLength(2);
  await expect(put('larger', Buffer.alloc(body.length + 1))).rejects.toMatchObject({ name: 'EntityTooLarge' });
});

test('a stream of known length is taken, in its chunks and with its checksum', async () => {
  const chunks = Array.from({ length: 20 }, (_, index) => Buffer.alloc(10_000, index));
  const ContentLength = 200_000;
  await s3.send(new PutObjectCommand({ Bucket, Key: 'stream', Body: Readable.from(chunks), ContentLength }));
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'stream', ChecksumMode: 'ENABLED' }));
  expect(got).toMatchObject({ ContentLength, ChecksumCRC32: expect.any(String) });
  expect(got.ContentEncoding).toBeUndefined();
  expect(Buffer.concat(chunks).equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
});

test('ranges, conditions and overrides of a read are honoured', async () => {
  const { ETag } = await put('range', '0123456789');
  expect(await text('range', { Range: 'bytes=2-4' })).toBe('234');
  expect(await text('range', { Range: 'bytes=-3' })).toBe('789');
  await expect(text('range', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  await expect(text('range', { IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  await expect(text('range', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const got = await s3.send(
    new GetObjectCommand({ Bucket, Key: 'range', ResponseContentType: 'text/x', ResponseCacheControl: 'no-store' }),
  );
  expect(got).toMatchObject({ ContentType: 'text/x', CacheControl: 'no-store' });
});

test('a conditional write fails where its condition does not hold', async () => {
  const { ETag } = await put('once', 'a', { IfNoneMatch: '*' });
  await expect(put('once', 'b', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await expect(put('once', 'b', { IfMatch: '"0"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await put('once', 'c', { IfMatch: ETag });
  expect(await text('once')).toBe('c');
});

test('what is not there is named as S3 names it', async () => {
  await expect(text('missing')).rejects.toMatchObject({ name: 'NoSuchKey', Key: 'missing' });
  await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'missing' }))).rejects.toMatchObject({ name: 'NotFound' });
  await expect(s3.send(new HeadBucketCommand({ Bucket: 'nowhere' }))).rejects.toMatchObject({ name: 'NotFound' });
  await expect(s3.send(new ListObjectsV2Command({ Bucket: 'nowhere' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test('a listing goes through pages, prefixes and delimiters in the order of UTF-8', async () => {
  await s3.send(new CreateBucketCommand({ Bucket: 'listed' }));
  const keys = ['B', 'a', 'a/1', 'a/2', 'b/1', 'b/2/3', 'z', 'ﬀ', '😀'];
  for (const Key of [...keys].reverse()) await s3.send(new PutObjectCommand({ Bucket: 'listed', Key, Body: Key }));
  const seen: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: 'listed', MaxKeys: 2, ContinuationToken }));
    seen.push(...(page.Contents ?? []).map(({ Key }) => Key ?? ''));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(seen).toEqual(keys);
  const folders = await s3.send(new ListObjectsV2Command({ Bucket: 'listed', Delimiter: '/' }));
  expect(folders.CommonPrefixes).toEqual([{ Prefix: 'a/' }, { Prefix: 'b/' }]);
  expect(folders.KeyCount).toBe(7);
  const below = await s3.send(
    new ListObjectsV2Command({ Bucket: 'listed', Prefix: 'b/', Delimiter: '/', StartAfter: 'b/1' }),
  );
  expect(below.CommonPrefixes).toEqual([{ Prefix: 'b/2/' }]);
  const first = await s3.send(new ListObjectsCommand({ Bucket: 'listed', MaxKeys: 3, Delimiter: '/' }));
  expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'a/' });
  const second = await s3.send(new ListObjectsCommand({ Bucket: 'listed', Delimiter: '/', Marker: 'a/' }));
  expect(second.CommonPrefixes).toEqual([{ Prefix: 'b/' }]);
});

test('a copy keeps or replaces what is said of the object', async () => {
  await put('original', 'x', { ContentType: 'text/a', Metadata: { one: '1' } });
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/original` }));
  expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'copy' }))).toMatchObject({
    ContentType: 'text/a',
    Metadata: { one: '1' },
  });
  await s3.send(
    new CopyObjectCommand({
      Bucket,
      Key: 'copy',
      CopySource: `/${Bucket}/original`,
      MetadataDirective: 'REPLACE',
      ContentType: 'text/b',
    }),
  );
  expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'copy' }))).toMatchObject({
    ContentType: 'text/b',
    Metadata: {},
  });
});

test('deleting one or many objects leaves the others', async () => {
  for (const key of ['d/1', 'd/2', 'd/3<&>']) await put(key, key);
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'd/1' }));
  const { Deleted } = await s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'd/3<&>' }, { Key: 'd/9' }] } }),
  );
  expect(Deleted).toEqual([{ Key: 'd/3<&>' }, { Key: 'd/9' }]);
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'd/' }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['d/2']);
});

test('buckets are listed and attributes of objects told', async () => {
  expect((await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toContain(Bucket);
  await put('attributes', 'abc');
  const attributes = await s3.send(
    new GetObjectAttributesCommand({ Bucket, Key: 'attributes', ObjectAttributes: ['ETag', 'ObjectSize', 'Checksum'] }),
  );
  expect(attributes).toMatchObject({ ETag: '900150983cd24fb0d6963f7d28e17f72', ObjectSize: 3 });
});

test('text beyond Latin-1 in a header is carried as UTF-8, and what no header can carry is a fault', async () => {
  const write = (ContentDisposition: string) =>
    harness.cloud.call(
      's3',
      'PutObject',
      { Bucket, Key: 'named', Body: '', ContentDisposition },
      harness.identities.administrator,
    );
  await write('attachment; filename="日本.jpg"');
  const { ContentDisposition = '' } = await s3.send(new HeadObjectCommand({ Bucket, Key: 'named' }));
  expect(Buffer.from(ContentDisposition, 'latin1').toString()).toBe('attachment; filename="日本.jpg"');
  await write('a\r\nb');
  await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'named' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 500 },
  });
  expect(harness.faults).toHaveLength(1);
});

test('what the runtime does not keep is refused by name', async () => {
  await expect(put('moved', 'x', { WebsiteRedirectLocation: '/elsewhere' })).rejects.toMatchObject({
    name: 'NotImplemented',
    Header: 'x-amz-website-redirect-location',
  });
  await expect(put('cold', 'x', { StorageClass: 'GLACIER' })).rejects.toMatchObject({ Header: 'x-amz-storage-class' });
  await expect(put('open', 'x', { ACL: 'public-read' })).rejects.toMatchObject({
    name: 'AccessControlListNotSupported',
  });
  await put('owned', 'x', { ACL: 'bucket-owner-full-control', StorageClass: 'INTELLIGENT_TIERING' });
});
