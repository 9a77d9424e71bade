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

test('files and media reach the public through the CDN alone; what is not there is not found', async () => {
  await put('Pages', 'site/note.html', '<p>note</p>');
  await put('Pages', 'pages/note.html', '<p>hidden</p>');
  await put('Media', 'media/a-content/note.html', '<p>hidden</p>');
  expect((await system.published('/site/note.html')).bytes.toString()).toBe('<p>note</p>');
  for (const path of [
    '/nowhere.html',
    '/site/nowhere.html',
    '/pages/note.html',
    '/media/a-content/note.html',
    '/media/nowhere.html',
  ])
    expect([path, (await system.published(path)).status]).toEqual([path, 404]);
  for (const [bucket, key] of [
    ['Pages', 'site/note.html'],
    ['Media', 'media/a-content/note.html'],
  ] as const) {
    const name = system.physicalId(bucket, 'AWS::S3::Bucket');
    expect((await fetch(`${system.runtime.awsUrl}/${name}/${key}`)).status).toBe(403);
  }
});
