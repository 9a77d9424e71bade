import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assembly, Template } from '../assembly/read-assembly.ts';
import type { Event } from '../events/event.ts';
import { ADMINISTRATOR, REGION } from '../identity.ts';
import { type Runtime, startRuntime } from '../runtime.ts';
import { BackendError, backendsOf, elsewhereOf, variablesOf } from './endpoints.ts';

const assembly = (Resources: Template['Resources']): Assembly => ({
  folder: '/',
  assets: new Map(),
  stacks: [{ name: 'stack', templateFile: 'stack.json', origins: new Map(), template: { Resources } }],
});

const open = ({ awsUrl }: Runtime) => {
  const settings = { endpoint: awsUrl, region: REGION, credentials: ADMINISTRATOR, maxAttempts: 1 };
  return {
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sqs: new SQSClient(settings),
    dynamodb: new DynamoDBClient(settings),
    events: new EventBridgeClient(settings),
  };
};

let folder: string;
let behind: Runtime;
let runtime: Runtime;
let [mine, theirs]: ReturnType<typeof open>[] = [];
const events: Event[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backend-'));
  const ports = { awsPort: 0, sitePort: 0 };
  behind = await startRuntime({ dataFolder: join(folder, 'behind'), ...ports, backends: {} });
  const backends = { s3: behind.awsUrl, sqs: behind.awsUrl, dynamodb: behind.awsUrl };
  const onEvent = (event: Event): void => void events.push(event);
  runtime = await startRuntime({ dataFolder: join(folder, 'front'), ...ports, backends, onEvent });
  await runtime.reload(
    assembly({
      Files: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: 'files-behind',
          NotificationConfiguration: { EventBridgeConfiguration: {} },
          LifecycleConfiguration: { Rules: [{ Id: 'old', Status: 'Enabled', ExpirationInDays: 3, Prefix: 'tmp/' }] },
        },
      },
      Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs-behind', VisibilityTimeout: 77 } },
    }),
  );
  [mine, theirs] = [open(runtime), open(behind)];
});
afterAll(async () => {
  for (const clients of [mine, theirs]) for (const client of Object.values(clients ?? {})) client.destroy();
  await runtime?.close();
  await behind?.close();
  rmSync(folder, { recursive: true, force: true });
});

const Bucket = 'files-behind';
const clients = () => {
  if (!mine || !theirs) throw new Error('The runtimes did not start.');
  return { mine, theirs };
};
const textOf = async (client: S3Client, Key: string): Promise<string | undefined> =>
  (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

test('objects are kept by the server behind, and writes by way of the runtime make events', async () => {
  const { mine, theirs } = clients();
  await mine.s3.send(
    new PutObjectCommand({ Bucket, Key: 'a b/é.txt', Body: 'text', ContentType: 'text/plain', Metadata: { own: 'x' } }),
  );
  expect(await textOf(theirs.s3, 'a b/é.txt')).toBe('text');
  const head = await mine.s3.send(new HeadObjectCommand({ Bucket, Key: 'a b/é.txt' }));
  expect(head).toMatchObject({ ContentLength: 4, ContentType: 'text/plain', Metadata: { own: 'x' } });
  const range = await mine.s3.send(new GetObjectCommand({ Bucket, Key: 'a b/é.txt', Range: 'bytes=1-2' }));
  expect([await range.Body?.transformToString(), range.ContentRange]).toEqual(['ex', 'bytes 1-2/4']);
  await mine.s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/a%20b/%C3%A9.txt` }));
  await mine.s3.send(new DeleteObjectCommand({ Bucket, Key: 'a b/é.txt' }));
  await mine.s3.send(new DeleteObjectCommand({ Bucket, Key: 'never-there' }));
  const { Contents = [] } = await mine.s3.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents.map(({ Key, Size }) => [Key, Size])).toEqual([['copy', 4]]);
  const told = events.map(({ 'detail-type': type, detail }) => {
    const { object, reason } = detail as { object: { key: string; size?: number }; reason: string };
    return [type, object.key, object.size, reason];
  });
  expect(told).toEqual([
    ['Object Created', 'a b/é.txt', 4, 'PutObject'],
    ['Object Created', 'copy', 4, 'CopyObject'],
    ['Object Deleted', 'a b/é.txt', undefined, 'DeleteObject'],
  ]);
});

test('an object in parts is put together behind', async () => {
  const { mine, theirs } = clients();
  const Key = 'parts';
  const { UploadId } = await mine.s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const Body = Buffer.alloc(5 * 2 ** 20, 'a');
  const Parts = [];
  for (const PartNumber of [1, 2]) {
    const part = PartNumber === 1 ? Body : Buffer.from('end');
    const { ETag } = await mine.s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: part }));
    Parts.push({ PartNumber, ETag });
  }
  await mine.s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
  const { ContentLength } = await theirs.s3.send(new HeadObjectCommand({ Bucket, Key }));
  expect(ContentLength).toBe(Body.length + 3);
});

test('conditional writes and refusals are the server’s own, in AWS’s words', async () => {
  const { mine } = clients();
  await mine.s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: '1', IfNoneMatch: '*' }));
  const again = mine.s3.send(new PutObjectCommand({ Bucket, Key: 'once', Body: '2', IfNoneMatch: '*' }));
  await expect(again).rejects.toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
  await expect(textOf(mine.s3, 'nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('messages are kept by the server behind, under queues with the template’s attributes', async () => {
  const { mine, theirs } = clients();
  const urlAt = ({ awsUrl }: Runtime) => `${awsUrl}/000000000000/jobs-behind`;
  const QueueUrl = urlAt(runtime);
  await mine.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }));
  const asked = { AttributeNames: ['ApproximateNumberOfMessages' as const, 'VisibilityTimeout' as const] };
  for (const [client, url] of [
    [mine.sqs, QueueUrl],
    [theirs.sqs, urlAt(behind)],
  ] as const) {
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, ...asked }));
    expect(Attributes).toEqual({ ApproximateNumberOfMessages: '1', VisibilityTimeout: '77' });
  }
  const { Messages: [message] = [] } = await mine.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(message?.Body).toBe('hello');
  await mine.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  const missing = mine.sqs.send(new SendMessageCommand({ QueueUrl: `${QueueUrl}-not`, MessageBody: 'x' }));
  await expect(missing).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
});

test('tables are kept by the server behind, by calls that it can verify', async () => {
  const { mine, theirs } = clients();
  await mine.dynamodb.send(
    new CreateTableCommand({
      TableName: 'table-behind',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  await mine.dynamodb.send(new PutItemCommand({ TableName: 'table-behind', Item: { id: { S: '1' } } }));
  const { Item } = await theirs.dynamodb.send(
    new GetItemCommand({ TableName: 'table-behind', Key: { id: { S: '1' } } }),
  );
  expect(Item).toEqual({ id: { S: '1' } });
});

test('what cannot be put on another server is refused with the reason, and so is what is no address', () => {
  expect(
    backendsOf({ AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9000/', AWS_ENDPOINT_URL: 'http://x', HOME: '/' }),
  ).toEqual({
    s3: 'http://127.0.0.1:9000',
  });
  const lambda = () => backendsOf({ AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:1' });
  expect(lambda).toThrow(BackendError);
  expect(lambda).toThrow(/AWS_ENDPOINT_URL_LAMBDA is set, .*functions run in processes of this runtime/);
  expect(() => backendsOf({ AWS_ENDPOINT_URL_SQS: '9324' })).toThrow('takes an address such as');
});

test('what the runtime lacks can be anywhere, and clients find it there', () => {
  const [model, own] = ['http://127.0.0.1:9000', 'http://127.0.0.1:1'];
  const environment = { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: model, AWS_ENDPOINT_URL_S3: own, AWS_ENDPOINT_URL: own };
  const found = { AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: own, AWS_ENDPOINT_URL_POLLY: '', PATH: '/bin' };
  const elsewhere = elsewhereOf({ ...environment, ...found });
  expect(elsewhere).toEqual({ BEDROCK_RUNTIME: model });
  expect(variablesOf(elsewhere)).toEqual({ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: model });
  expect(backendsOf(environment)).toEqual({ s3: own });
  expect(() => elsewhereOf({ AWS_ENDPOINT_URL_POLLY: 'polly' })).toThrow(
    'AWS_ENDPOINT_URL_POLLY takes an address such as http://127.0.0.1:8000, not polly.',
  );
});

test('a runtime that leads to itself does not start', async () => {
  const dataFolder = join(folder, 'alone');
  const port = Number(new URL(behind.awsUrl).port);
  const itself = startRuntime({ dataFolder, awsPort: port, sitePort: 0, backends: { s3: `http://localhost:${port}` } });
  await expect(itself).rejects.toThrow('AWS_ENDPOINT_URL_S3 is the address of this runtime itself');
  const elsewhere = { BEDROCK_RUNTIME: `http://localhost:${port}` };
  const model = startRuntime({ dataFolder, awsPort: port, sitePort: 0, backends: {}, elsewhere });
  await expect(model).rejects.toThrow('AWS_ENDPOINT_URL_BEDROCK_RUNTIME is the address of this runtime itself');
});

test('a template whose server does not answer is not carried out, and says which server', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const s3 = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  closed.close();
  await once(closed, 'close');
  const alone = await startRuntime({ dataFolder: join(folder, 'alone'), awsPort: 0, sitePort: 0, backends: { s3 } });
  const Files = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'nowhere' } };
  await expect(alone.reload(assembly({ Files }))).rejects.toThrow(
    `stack/Files (AWS::S3::Bucket): The server behind s3 does not answer at ${s3}`,
  );
  await alone.close();
});
