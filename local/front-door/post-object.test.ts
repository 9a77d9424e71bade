import { connect } from 'node:net';
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { ACCOUNT_ID } from '../identity.ts';
import { deployContext, type Harness, openHarness, resource } from './harness.ts';

const clock = new VirtualClock(Date.now());
let harness: Harness;
let s3: S3Client;
const Bucket = 'uploads';

beforeAll(async () => {
  harness = await openHarness({ clock });
  s3 = new S3Client(harness.client);
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(() => harness.close());

type Ticket = Awaited<ReturnType<typeof createPresignedPost>>;

const ticket = (more: Partial<PresignedPostOptions> = {}, client = s3): Promise<Ticket> =>
  createPresignedPost(client, {
    Bucket,
    Key: 'uploads/1/photo.jpg',
    Fields: { 'Content-Type': 'image/jpeg', 'x-amz-meta-asset-id': '1' },
    Conditions: [
      ['content-length-range', 1, 1000],
      ['eq', '$Content-Type', 'image/jpeg'],
    ],
    Expires: 900,
    ...more,
  });

const send = async (
  { url, fields }: Ticket,
  file: string | undefined = 'jpeg',
  changes: Record<string, string | undefined> = {},
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes }))
    if (value !== undefined) form.append(name, value);
  if (file !== '-') form.append('file', new Blob([file]), 'my photo.jpg');
  const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  const body = await response.text();
  const element = (name: string) =>
    new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(body)?.[1]?.replaceAll('&quot;', '"');
  return {
    status: response.status,
    headers: response.headers,
    body,
    code: element('Code'),
    message: element('Message'),
    element,
  };
};

test('a form that keeps to its policy becomes an object with the fields it was given', async () => {
  const { status, headers } = await send(await ticket());
  expect(status).toBe(204);
  const object = await s3.send(new GetObjectCommand({ Bucket, Key: 'uploads/1/photo.jpg' }));
  expect(await object.Body?.transformToString()).toBe('jpeg');
  expect(object).toMatchObject({ ContentType: 'image/jpeg', Metadata: { 'asset-id': '1' }, ETag: headers.get('etag') });
});

test('the form says how success is answered', async () => {
  const created = await send(await ticket({ Fields: { success_action_status: '201' }, Conditions: [] }));
  expect([created.status, created.element('Key'), created.element('Bucket')]).toEqual([
    201,
    'uploads/1/photo.jpg',
    Bucket,
  ]);
  const redirected = await send(
    await ticket({ Fields: { success_action_redirect: 'http://localhost/done?a=1' }, Conditions: [] }),
  );
  expect(redirected.status).toBe(303);
  expect(redirected.headers.get('location')).toMatch(
    /^http:\/\/localhost\/done\?a=1&bucket=uploads&key=uploads%2F1%2Fphoto.jpg&etag=/,
  );
});

test('the name of the file stands where the key asks for it', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is S3's placeholder.
  expect((await send(await ticket({ Key: 'named/${filename}', Fields: {}, Conditions: [] }))).status).toBe(204);
  await s3.send(new HeadObjectCommand({ Bucket, Key: 'named/my photo.jpg' }));
});

test('each way to break the policy is refused in the words of S3', async () => {
  const good = await ticket();
  const failed = (condition: string) => ({
    status: 403,
    code: 'AccessDenied',
    message: `Invalid according to Policy: Policy Condition failed: ${condition}`,
  });
  expect(await send(good, 'x', { key: 'uploads/2/photo.jpg' })).toMatchObject(
    failed('["eq", "$key", "uploads/1/photo.jpg"]'),
  );
  expect(await send(good, 'x', { 'Content-Type': 'text/html' })).toMatchObject(
    failed('["eq", "$Content-Type", "image/jpeg"]'),
  );
  expect(await send(good, 'x', { 'x-amz-meta-asset-id': undefined })).toMatchObject(
    failed('["eq", "$x-amz-meta-asset-id", "1"]'),
  );
  expect(await send({ ...good, url: good.url.replace('uploads', 'others') }, 'x')).toMatchObject(
    failed('["eq", "$bucket", "uploads"]'),
  );
  expect(await send(good, 'x', { acl: 'public-read', 'Cache-Control': 'no-store' })).toMatchObject({
    status: 403,
    code: 'AccessDenied',
    message: 'Invalid according to Policy: Extra input fields: acl, cache-control',
  });
  const startsWith = await ticket({ Conditions: [['starts-with', '$x-amz-meta-note', 'ok']], Fields: {} });
  expect(await send(startsWith, 'x', { 'x-amz-meta-note': 'no' })).toMatchObject(
    failed('["starts-with", "$x-amz-meta-note", "ok"]'),
  );
  expect((await send(startsWith, 'x', { 'x-amz-meta-note': 'ok then', 'x-ignore-me': '1' })).status).toBe(204);
});

test('a file outside the range of sizes is refused with the sizes', async () => {
  const good = await ticket();
  const small = await send(good, '');
  expect([small.status, small.code, small.element('ProposedSize'), small.element('MinSizeAllowed')]).toEqual([
    400,
    'EntityTooSmall',
    '0',
    '1',
  ]);
  const large = await send(good, 'x'.repeat(1001));
  expect([large.status, large.code, large.element('MaxSizeAllowed')]).toEqual([400, 'EntityTooLarge', '1000']);
  expect(Number(large.element('ProposedSize'))).toBeGreaterThan(1000);
  expect((await send(good, 'x'.repeat(1000))).status).toBe(204);
});

test('a file far beyond the range is answered before it has all been sent', async () => {
  const { fields } = await ticket();
  const boundary = 'b';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n`;
  const socket = connect(harness.door.port, '127.0.0.1');
  socket.write(
    `POST /${Bucket} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 90000000\r\n\r\n${head}${'x'.repeat(5000)}`,
  );
  const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())));
  expect(answer).toMatch(/^HTTP\/1.1 400 .*<Code>EntityTooLarge<\/Code>/s);
  socket.destroy();
});

test('a wrong signature, a forged policy and unknown keys are refused', async () => {
  const good = await ticket();
  expect(await send(good, 'x', { 'X-Amz-Signature': '0'.repeat(64) })).toMatchObject({
    status: 403,
    code: 'SignatureDoesNotMatch',
  });
  const forged = Buffer.from(JSON.stringify({ expiration: '2099-01-01T00:00:00Z', conditions: [] })).toString('base64');
  expect(await send(good, 'x', { Policy: forged })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  const credential = good.fields['X-Amz-Credential']?.replace('test', 'nobody');
  expect(await send(good, 'x', { 'X-Amz-Credential': credential })).toMatchObject({
    status: 403,
    code: 'InvalidAccessKeyId',
  });
  expect(await send(good, 'x', { Policy: undefined })).toMatchObject({
    status: 403,
    code: 'AccessDenied',
    message: 'Access Denied',
  });
});

test('a form without what it needs is told what is missing', async () => {
  const good = await ticket();
  const missing = (name: string) => ({
    status: 400,
    code: 'InvalidArgument',
    message: `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
  });
  expect(await send(good, 'x', { key: undefined })).toMatchObject(missing('key'));
  expect(await send(good, 'x', { 'X-Amz-Signature': undefined })).toMatchObject(missing('X-Amz-Signature'));
  expect(await send(good, '-')).toMatchObject({
    status: 400,
    code: 'InvalidArgument',
    message: 'POST requires exactly one file upload per request.',
  });
  const broken = await fetch(good.url, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data' },
    body: 'x',
  });
  expect(await broken.text()).toMatch(/<Code>MalformedPOSTRequest<\/Code>/);
});

test('a policy is refused once it has expired', async () => {
  const good = await ticket({ Expires: 60 });
  await clock.advance(61_000);
  expect(await send(good)).toMatchObject({
    status: 403,
    code: 'AccessDenied',
    message: 'Invalid according to Policy: Policy expired.',
  });
});

test('a ticket lets its bearer do no more than its issuer may', async () => {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:role/issuer`;
  const grant = (Resource: string) =>
    harness.identities.putRole({
      arn,
      name: 'issuer',
      id: 'AROA',
      trust: [],
      managedPolicyArns: [],
      inline: [{ Effect: 'Allow', Action: 's3:PutObject', Resource }],
    });
  grant(`arn:aws:s3:::${Bucket}/uploads/*`);
  const issuer = new S3Client({ ...harness.client, credentials: harness.identities.sessionFor(arn, 'fn') });
  const good = await ticket({ Expires: 900 }, issuer);
  expect((await send(good)).status).toBe(204);
  expect(await send(good, 'x', { 'X-Amz-Security-Token': undefined })).toMatchObject({ code: 'InvalidAccessKeyId' });
  grant('arn:aws:s3:::elsewhere/*');
  expect(await send(good)).toMatchObject({ status: 403, code: 'AccessDenied' });
});

test('a page of an allowed origin may send the form and read the answer', async () => {
  const [bucket] = harness.s3.resourceTypes;
  await bucket?.create(
    resource('AWS::S3::Bucket', Bucket, {
      BucketName: Bucket,
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedOrigins: ['http://localhost:*'],
            AllowedMethods: ['POST'],
            AllowedHeaders: ['*'],
            ExposedHeaders: ['ETag'],
          },
        ],
      },
    }),
    deployContext,
  );
  const url = `${harness.door.url}/${Bucket}`;
  const preflight = (origin: string) =>
    fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
  const allowed = await preflight('http://localhost:3000');
  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, 'http://localhost:3000']);
  expect((await preflight('http://evil.example')).status).toBe(403);
  const refused = await fetch(url, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000' },
    body: new FormData(),
  });
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([400, 'http://localhost:3000']);
});

test('a field that asks for what the runtime does not do is refused by name, one that changes nothing is taken', async () => {
  const withField = async (name: string, value: string) =>
    send(await ticket({ Fields: { [name]: value }, Conditions: [['eq', `$${name}`, value]] }));
  const refused = await withField('x-amz-object-lock-event-hold', 'ON');
  expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('ObjectLockEventHold')]);
  expect((await withField('x-amz-storage-class', 'STANDARD_IA')).status).toBe(204);
});
