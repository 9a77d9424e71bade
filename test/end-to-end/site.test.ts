import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.stop());

/** Puts an object as its owner, whom every bucket lets in. */
const put = (logicalId: string, Key: string, Body: string) =>
  system.s3.send(
    new PutObjectCommand({
      Bucket: system.physicalId(logicalId, 'AWS::S3::Bucket'),
      Key,
      Body,
      ContentType: 'text/html',
    }),
  );

test('pages and media reach the public through the CDN alone; what is not there is not found', async () => {
  await put('Pages', 'index.html', '<p>soon</p>');
  await put('Media', 'media/note.html', '<p>note</p>');
  expect((await system.published('/')).bytes.toString()).toBe('<p>soon</p>');
  expect((await system.published('/media/note.html')).bytes.toString()).toBe('<p>note</p>');
  expect((await system.published('/nowhere.html')).status).toBe(404);
  expect((await system.published('/media/nowhere.html')).status).toBe(404);
  const bucket = system.physicalId('Pages', 'AWS::S3::Bucket');
  expect((await fetch(`${system.runtime.awsUrl}/${bucket}/index.html`)).status).toBe(403);
});
