import { request } from 'node:http';
import { connect } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import { stsService } from '../iam/sts.ts';
import { ACCOUNT_ID } from '../identity.ts';
import { type Harness, openHarness } from './harness.ts';

const clock = new VirtualClock(Date.now());
let harness: Harness;
let s3: S3Client;
const Bucket = 'signed';

/** Stands for any service of the JSON protocol. */
const echo: Service = {
  name: 'dynamodb',
  json: { targetPrefix: 'DynamoDB_20120810', version: '1.0' },
  unsignedOperations: ['Open'],
  operations: {
    ListTables: { permissions: () => [], run: (input) => ({ TableNames: [JSON.stringify(input)] }) },
    Open: { permissions: () => [], run: () => ({ open: true }) },
  },
};

beforeAll(async () => {
  const services: Service[] = [echo];
  harness = await openHarness({ clock, services: () => services });
  services.push(stsService(harness.identities));
  s3 = new S3Client(harness.client);
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a b/ü+(1)', Body: 'content' }));
});

afterAll(() => harness.close());

const role = (name: string, ...inline: { Effect: 'Allow'; Action: string; Resource: string }[]) => {
  const arn = `arn:aws:iam::${ACCOUNT_ID}:role/${name}`;
  harness.identities.putRole({ arn, name, id: 'AROA', trust: [], managedPolicyArns: [], inline });
  return harness.identities.sessionFor(arn, 's');
};

const codeOf = async (response: Response) => /<Code>(.*)<\/Code>/.exec(await response.text())?.[1];

test('the door tells that it is open', async () => {
  const response = await fetch(`${harness.door.url}/_marquee/health`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});

test('a client that calls while the services start is told to try again, and gets its answer then', async () => {
  let asked = 0;
  const starting = await openHarness({ clock, ready: () => ++asked > 1 });
  const client = new S3Client({ ...starting.client, maxAttempts: 2 });
  expect((await client.send(new ListBucketsCommand({}))).Buckets).toEqual([]);
  expect(asked).toBe(2);
  await starting.close();
});

test('whatever comes over the wire is answered, and never as a fault of the runtime', async () => {
  const first = (head: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(harness.door.port, '127.0.0.1', () => socket.write(head));
      socket.once('data', (data) => {
        resolve(data.toString().split(' ')[1] ?? '');
        socket.destroy();
      });
    });
  const host = 'HTTP/1.1\r\nHost: x\r\n';
  const signature = (scope: string) =>
    `Authorization: AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0\r\n`;
  expect(await first(`GET /%zz/%E0%A4 ${host}\r\n`)).toBe('403');
  expect(await first(`GET //other/%2e%2e/x ${host}\r\n`)).toBe('403');
  expect(await first('GET / HTTP/1.1\r\nHost: [::bad\r\n\r\n')).toBe('403');
  expect(await first(`OPTIONS * ${host}\r\n`)).toBe('403');
  expect(await first(`POST / ${host}X-Amz-Target: constructor\r\n\r\n`)).toBe('400');
  expect(await first(`GET / ${host}Authorization: AWS4-HMAC-SHA256 x\r\n\r\n`)).toBe('400');
  expect(await first(`GET / ${host}${signature('test/20260101/r/glue/aws4_request')}\r\n`)).toBe('403');
  expect(await first(`GET /b?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%zz ${host}\r\n`)).toBe('400');
  expect(
    await first(`POST /%zz ${host}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1\r\n\r\nx`),
  ).toBe('400');
  expect(harness.faults).toEqual([]);
});

test('a wrong key is refused in the words of each protocol', async () => {
  const wrong = { ...harness.client, credentials: { accessKeyId: 'test', secretAccessKey: 'wrong' } };
  const unknown = { ...harness.client, credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } };
  await expect(new S3Client(wrong).send(new ListBucketsCommand({}))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
    StringToSign: expect.stringMatching(/^AWS4-HMAC-SHA256\n/),
    CanonicalRequest: expect.stringMatching(/^GET\n\/\n/),
  });
  await expect(new S3Client(unknown).send(new ListBucketsCommand({}))).rejects.toMatchObject({
    name: 'InvalidAccessKeyId',
  });
  await expect(new DynamoDBClient(wrong).send(new ListTablesCommand({}))).rejects.toMatchObject({
    name: 'InvalidSignatureException',
  });
  await expect(new DynamoDBClient(unknown).send(new ListTablesCommand({}))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  });
});

test('a request of the JSON protocol reaches its operation', async () => {
  const { TableNames } = await new DynamoDBClient(harness.client).send(new ListTablesCommand({ Limit: 3 }));
  expect(TableNames).toEqual(['{"Limit":3}']);
});

test('an unsigned request passes only where AWS takes it unsigned', async () => {
  const call = (operation: string) =>
    fetch(harness.door.url, {
      method: 'POST',
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: '{}',
    });
  expect(await (await call('Open')).json()).toEqual({ open: true });
  const refused = await call('ListTables');
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { __type: 'MissingAuthenticationTokenException' },
  ]);
  const anonymous = await fetch(`${harness.door.url}/${Bucket}/x`);
  expect([anonymous.status, await codeOf(anonymous)]).toEqual([403, 'AccessDenied']);
});

test('a session of a role may do what its policies say and nothing else', async () => {
  const credentials = role('reader', {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${Bucket}/a*`,
  });
  const reader = new S3Client({ ...harness.client, credentials });
  const got = await reader.send(new GetObjectCommand({ Bucket, Key: 'a b/ü+(1)' }));
  expect(await got.Body?.transformToString()).toBe('content');
  await expect(reader.send(new PutObjectCommand({ Bucket, Key: 'a', Body: '' }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:sts::${ACCOUNT_ID}:assumed-role/reader/s is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::${Bucket}/a" because no identity-based policy allows the s3:PutObject action`,
  });
  // Whether a key exists is told only to those who may list.
  await expect(reader.send(new GetObjectCommand({ Bucket, Key: 'absent' }))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await expect(reader.send(new HeadObjectCommand({ Bucket, Key: 'absent' }))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
});

test('a token of another session is refused', async () => {
  const [one, other] = [role('one'), role('other')];
  const credentials = { ...one, sessionToken: other.sessionToken };
  await expect(new S3Client({ ...harness.client, credentials }).send(new ListBucketsCommand({}))).rejects.toMatchObject(
    { name: 'InvalidToken' },
  );
});

test('a presigned URL works until it expires, and for its own request only', async () => {
  const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'a b/ü+(1)' }), { expiresIn: 60 });
  expect(await (await fetch(url)).text()).toBe('content');
  expect(await codeOf(await fetch(url.replace('%C3%BC', 'u')))).toBe('SignatureDoesNotMatch');
  expect(await codeOf(await fetch(`${url}&response-content-type=text/html`))).toBe('SignatureDoesNotMatch');
  expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toBe('SignatureDoesNotMatch');
  expect(await codeOf(await fetch(url, { headers: { 'x-amz-acl': 'public-read' } }))).toBe('AccessDenied');
  const expired = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'a b/ü+(1)' }), {
    expiresIn: 60,
    signingDate: new Date(clock.now() - 61_000),
  });
  const refused = await fetch(expired);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toMatch(/<Code>AccessDenied<\/Code><Message>Request has expired<\/Message>/);
});

test('an upload by presigned URL is taken', async () => {
  const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: 'up', ContentType: 'text/plain' }), {
    expiresIn: 60,
  });
  expect((await fetch(url, { method: 'PUT', body: 'sent', headers: { 'content-type': 'text/plain' } })).status).toBe(
    200,
  );
  const { ContentType } = await s3.send(new HeadObjectCommand({ Bucket, Key: 'up' }));
  expect(ContentType).toBe('text/plain');
});

test('a request signed long ago is refused, each protocol in its words', async () => {
  const late = new VirtualClock(Date.now() + 20 * 60_000);
  const other = await openHarness({ clock: late, services: () => [echo] });
  const corrected = { ...other.client, maxAttempts: 1 };
  await expect(new S3Client(corrected).send(new ListBucketsCommand({}))).rejects.toMatchObject({
    name: 'RequestTimeTooSkewed',
  });
  await expect(new DynamoDBClient(corrected).send(new ListTablesCommand({}))).rejects.toMatchObject({
    name: 'InvalidSignatureException',
    message: expect.stringMatching(
      /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 15 min\.\)$/,
    ),
  });
  // Told our time, the SDK signs with it.
  const client = new S3Client({ ...other.client, maxAttempts: 2 });
  expect((await client.send(new ListBucketsCommand({}))).Buckets).toEqual([]);
  await other.close();
});

test('a bucket may stand in the host', async () => {
  const { port } = harness.door;
  const url = new URL(
    await getSignedUrl(
      new S3Client({ ...harness.client, endpoint: `http://localhost:${port}`, forcePathStyle: false }),
      new GetObjectCommand({ Bucket, Key: 'up' }),
    ),
  );
  expect(url.hostname).toBe(`${Bucket}.localhost`);
  const status = await new Promise((resolve) =>
    request({ host: '127.0.0.1', port, path: url.pathname + url.search, headers: { host: url.host } }, (response) =>
      resolve(response.resume().statusCode),
    ).end(),
  );
  expect(status).toBe(200);
});

test('bytes that do not fit their checksum are refused', async () => {
  const put = (headers: Record<string, string>) => {
    const command = new PutObjectCommand({ Bucket, Key: 'sum', Body: 'content' });
    command.middlewareStack.add(
      (next) => (args) => {
        Object.assign((args.request as { headers: object }).headers, headers);
        return next(args);
      },
      { step: 'build', priority: 'low' },
    );
    return s3.send(command);
  };
  await expect(put({ 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' })).rejects.toMatchObject({ name: 'BadDigest' });
  await expect(put({ 'content-md5': 'AAAA' })).rejects.toMatchObject({ name: 'InvalidDigest' });
  await expect(put({ 'x-amz-checksum-crc32': 'AAAAAA==' })).rejects.toMatchObject({ name: 'BadDigest' });
});

test('a body of the JSON protocol has its limit', async () => {
  await expect(
    new DynamoDBClient(harness.client).send(
      new ListTablesCommand({ ExclusiveStartTableName: 'x'.repeat(10 * 1024 * 1024) }),
    ),
  ).rejects.toMatchObject({ name: 'RequestEntityTooLargeException' });
});
