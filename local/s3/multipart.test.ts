import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checksum } from '../aws/checksum.ts';
import { type Harness, openHarness } from '../front-door/harness.ts';

let harness: Harness;
let s3: S3Client;
const Bucket = 'parts';
const MIB = 1024 * 1024;

beforeAll(async () => {
  harness = await openHarness();
  s3 = new S3Client(harness.client);
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(() => harness.close());

const begin = async (Key: string, more = {}) => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }));
  return { Bucket, Key, UploadId };
};

test.for(['CRC32', 'SHA256', 'CRC64NVME'] as const)(
  'parts become one object, with checksums by %s',
  async (ChecksumAlgorithm) => {
    const parts = [randomBytes(5 * MIB), randomBytes(1000)];
    const upload = await begin('whole', { ContentType: 'video/mp4', Metadata: { a: 'b' }, ChecksumAlgorithm });
    const Parts = [];
    for (const [index, Body] of parts.entries()) {
      const PartNumber = index + 1;
      const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber, Body, ChecksumAlgorithm }));
      Parts.push({ PartNumber, ETag });
    }
    expect((await s3.send(new ListPartsCommand(upload))).Parts).toMatchObject([{ Size: 5 * MIB }, { Size: 1000 }]);
    const others = Parts.map((part) => ({ ...part, [`Checksum${ChecksumAlgorithm}`]: checksum('sha1', Buffer.of()) }));
    await expect(
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: others } })),
    ).rejects.toMatchObject({ name: 'InvalidPart' });
    const { ETag } = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'whole', ChecksumMode: 'ENABLED' }));
    const whole = checksum('crc64nvme', Buffer.concat(parts));
    expect(head).toMatchObject(
      ChecksumAlgorithm === 'CRC64NVME'
        ? { ChecksumType: 'FULL_OBJECT', ChecksumCRC64NVME: whole }
        : { ChecksumType: 'COMPOSITE', [`Checksum${ChecksumAlgorithm}`]: expect.stringMatching(/-2$/) },
    );
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'whole' }));
    expect(Buffer.concat(parts).equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
    expect(got).toMatchObject({ ContentType: 'video/mp4', Metadata: { a: 'b' } });
    const second = await s3.send(new GetObjectCommand({ Bucket, Key: 'whole', PartNumber: 2 }));
    expect(second.ContentLength).toBe(1000);
    expect((await s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads).toBeUndefined();
  },
);

test('a part may be copied from an object', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'source', Body: '0123456789' }));
  const upload = await begin('copied');
  const { CopyPartResult } = await s3.send(
    new UploadPartCopyCommand({
      ...upload,
      PartNumber: 1,
      CopySource: `${Bucket}/source`,
      CopySourceRange: 'bytes=2-4',
    }),
  );
  await s3.send(
    new CompleteMultipartUploadCommand({
      ...upload,
      MultipartUpload: { Parts: [{ PartNumber: 1, ETag: CopyPartResult?.ETag }] },
    }),
  );
  expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'copied' }))).ContentLength).toBe(3);
});

test('an upload that cannot be completed stays, and says why', async () => {
  const upload = await begin('broken');
  const send = (PartNumber: number) => s3.send(new UploadPartCommand({ ...upload, PartNumber, Body: 'small' }));
  const [one, two] = [await send(1), await send(2)];
  const complete = (Parts: { PartNumber: number; ETag?: string }[], more = {}) =>
    s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more }));
  await expect(
    complete([
      { PartNumber: 1, ETag: one.ETag },
      { PartNumber: 2, ETag: two.ETag },
    ]),
  ).rejects.toMatchObject({ name: 'EntityTooSmall' });
  await expect(complete([{ PartNumber: 1, ETag: '"0"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
  await s3.send(new PutObjectCommand({ Bucket, Key: 'broken', Body: 'there' }));
  await expect(complete([{ PartNumber: 1, ETag: one.ETag }], { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await complete([{ PartNumber: 1, ETag: one.ETag }]);
  await expect(complete([{ PartNumber: 1, ETag: one.ETag }])).rejects.toMatchObject({ name: 'NoSuchUpload' });
});

test('an aborted upload is gone', async () => {
  const upload = await begin('aborted');
  await s3.send(new AbortMultipartUploadCommand(upload));
  await expect(s3.send(new ListPartsCommand(upload))).rejects.toMatchObject({ name: 'NoSuchUpload' });
});
