import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, openHarness } from '../local/front-door/harness.ts';
import { postForm, UploadRefusedError } from './form-upload.ts';

let harness: Harness;
let s3: S3Client;
let folder: string;
beforeEach(async () => {
  harness = await openHarness();
  s3 = new S3Client(harness.client);
  folder = mkdtempSync(join(tmpdir(), 'form-'));
  await s3.send(new CreateBucketCommand({ Bucket: 'uploads' }));
});
afterEach(async () => {
  s3.destroy();
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

const form = (most: number) =>
  createPresignedPost(s3, {
    Bucket: 'uploads',
    Key: 'a.bin',
    Fields: { 'Content-Type': 'image/png', 'x-amz-meta-name': 'Zoë' },
    Conditions: [['content-length-range', 1, most]],
  });
const file = (bytes: Buffer): string => {
  const path = join(folder, 'a "quoted" name.bin');
  writeFileSync(path, bytes);
  return path;
};

test('a file arrives byte for byte, with its type, and its progress is told to the end', async () => {
  const bytes = Buffer.alloc(300_000, 7);
  const sent: number[] = [];
  await postForm(await form(10 ** 6), file(bytes), bytes.length, (count) => sent.push(count));
  const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'a.bin' }));
  expect(Buffer.from((await Body?.transformToByteArray()) ?? [])).toEqual(bytes);
  expect(ContentType).toBe('image/png');
  expect(sent.at(-1)).toBe(bytes.length);
  expect(sent).toEqual([...sent].sort((one, other) => one - other));
});

test('what S3 refuses is refused with S3’s own code and words', async () => {
  const bytes = Buffer.alloc(2000);
  const refused = postForm(await form(1000), file(bytes), bytes.length, () => undefined);
  await expect(refused).rejects.toBeInstanceOf(UploadRefusedError);
  await expect(refused).rejects.toMatchObject({ code: 'EntityTooLarge', message: expect.stringContaining('exceeds') });
});

test('a file that cannot be read ends the upload with the reason', async () => {
  await expect(postForm(await form(1000), join(folder, 'none'), 10, () => undefined)).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
