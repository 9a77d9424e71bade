import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** Buckets and objects: made, read, listed in pages, copied, deleted, refused. */
export const s3 = async ({ config }: Ground): Promise<void> => {
  const client = new S3Client({ ...config, forcePathStyle: true });
  const Bucket = 'tour-of-s3';
  const ExpectedBucketOwner = '000000000000';
  await client.send(new CreateBucketCommand({ Bucket }));
  await client.send(new CreateBucketCommand({ Bucket: 'tour-of-s3-too', ObjectOwnership: 'BucketOwnerEnforced' }));
  for (const Key of ['a/one.txt', 'a/two.txt', 'b.txt'])
    await client.send(new PutObjectCommand({ Bucket, Key, Body: Key, Tagging: 'kind=text', ExpectedBucketOwner }));

  const read = await client.send(
    new GetObjectCommand({ Bucket, Key: 'b.txt', Range: 'bytes=0-0', ResponseContentType: 'text/plain' }),
  );
  expect([await read.Body?.transformToString(), read.ContentRange, read.ContentType]).toEqual([
    'b',
    'bytes 0-0/5',
    'text/plain',
  ]);
  const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'b.txt', Range: 'bytes=1-2' }));
  expect(head).toMatchObject({ ContentLength: 2, ContentRange: 'bytes 1-2/5' });
  expect((await client.send(new GetObjectTaggingCommand({ Bucket, Key: 'b.txt' }))).TagSet).toEqual([
    { Key: 'kind', Value: 'text' },
  ]);

  const pages: (string | undefined)[][] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client, pageSize: 2 }, { Bucket, FetchOwner: true })) {
    expect(Contents.every(({ Owner }) => Owner?.ID === '000000000000')).toBe(true);
    pages.push(Contents.map(({ Key }) => Key));
  }
  expect(pages).toEqual([['a/one.txt', 'a/two.txt'], ['b.txt']]);
  const folders = await client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }));
  expect(folders.CommonPrefixes).toEqual([{ Prefix: 'a/' }]);
  const first = await client.send(new ListBucketsCommand({ MaxBuckets: 1, Prefix: 'tour-of-s3' }));
  const second = await client.send(
    new ListBucketsCommand({ MaxBuckets: 1, Prefix: 'tour-of-s3', ContinuationToken: first.ContinuationToken }),
  );
  expect([first, second].map(({ Buckets }) => Buckets?.map(({ Name }) => Name))).toEqual([
    [Bucket],
    ['tour-of-s3-too'],
  ]);

  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'large' }));
  await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'larger' }));
  const uploads = await client.send(new ListMultipartUploadsCommand({ Bucket, MaxUploads: 1 }));
  expect(uploads).toMatchObject({ IsTruncated: true, NextKeyMarker: 'large', Uploads: [{ Key: 'large', UploadId }] });
  const more = await client.send(new ListMultipartUploadsCommand({ Bucket, KeyMarker: 'large' }));
  expect(more.Uploads?.map(({ Key }) => Key)).toEqual(['larger']);
  await client.send(new AbortMultipartUploadCommand({ Bucket, Key: 'large', UploadId }));

  const copied = await client.send(
    new CopyObjectCommand({ Bucket, Key: 'c.txt', CopySource: `${Bucket}/b.txt`, ChecksumAlgorithm: 'SHA256' }),
  );
  expect(copied.CopyObjectResult?.ChecksumSHA256).toHaveLength(44);

  const refusals: [object, string][] = [
    [new GetObjectCommand({ Bucket, Key: 'none' }), 'NoSuchKey'],
    [new GetObjectCommand({ Bucket: 'tour-of-nothing', Key: 'b.txt' }), 'NoSuchBucket'],
    [new GetObjectCommand({ Bucket, Key: 'b.txt', ExpectedBucketOwner: '111111111111' }), 'AccessDenied'],
    [new PutObjectCommand({ Bucket, Key: 'b.txt', Body: 'x', IfNoneMatch: '*' }), 'PreconditionFailed'],
    [new PutObjectCommand({ Bucket, Key: 'd', Body: 'x', ACL: 'public-read' }), 'AccessControlListNotSupported'],
    [new PutObjectCommand({ Bucket, Key: 'd', Body: 'x', WebsiteRedirectLocation: '/e' }), 'NotImplemented'],
    [new DeleteBucketCommand({ Bucket }), 'BucketNotEmpty'],
    [
      new CreateBucketCommand({ Bucket: 'x1y', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
      'IllegalLocationConstraintException',
    ],
  ];
  for (const [command, name] of refusals)
    await expect(client.send(command as GetObjectCommand), name).rejects.toMatchObject({ name });

  const Objects = ['a/one.txt', 'a/two.txt', 'c.txt'].map((Key) => ({ Key }));
  const { Errors } = await client.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [...Objects, { Key: 'b.txt', ETag: '"other"' }] } }),
  );
  expect(Errors).toMatchObject([{ Key: 'b.txt', Code: 'PreconditionFailed' }]);
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'b.txt' }], Quiet: true } }));
  await client.send(new DeleteBucketCommand({ Bucket }));
  await expect(client.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  client.destroy();
};
