import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDiskFull, openDatabase } from './database.ts';
import { deployContext, type Harness, openHarness, resource } from './front-door/harness.ts';
import { ACCOUNT_ID, REGION } from './identity.ts';
import { LogStore } from './logs/store.ts';
import { createSqs } from './sqs/create-sqs.ts';

const BIG = 'x'.repeat(200_000);

let harness: Harness;
let s3: S3Client;
let sqs: SQSClient;
beforeEach(async () => {
  harness = await openHarness({
    services(fauxqs, port) {
      const clock = { now: () => harness.clock.now(), at: (at: number, run: () => void) => harness.clock.at(at, run) };
      return [createSqs({ fauxqs, clock, accountId: ACCOUNT_ID, region: REGION, port }).service];
    },
  });
  s3 = new S3Client(harness.client);
  sqs = new SQSClient(harness.client);
  const [bucket] = harness.s3.resourceTypes;
  await bucket?.create(resource('AWS::S3::Bucket', 'Files', { BucketName: 'files' }), deployContext);
});
afterEach(async () => {
  s3.destroy();
  sqs.destroy();
  await harness.close();
});

/** Leaves the database no more room than it takes now; answers how to give it back. */
const fillDisk = (): (() => void) => {
  const { database } = harness.fauxqs;
  const pages = Number(Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0]);
  database.exec(`PRAGMA max_page_count = ${pages + 2}`);
  return () => database.exec('PRAGMA max_page_count = 1000000');
};
const count = async (QueueUrl: string | undefined): Promise<string | undefined> => {
  const AttributeNames = ['ApproximateNumberOfMessages'] as const;
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
  );
  return Attributes?.ApproximateNumberOfMessages;
};
const failed = { name: expect.stringMatching(/^Internal/), $metadata: { httpStatusCode: 500 } };

test('an object that finds no room is refused with 500, and the one before it is whole', async () => {
  await s3.send(new PutObjectCommand({ Bucket: 'files', Key: 'a', Body: 'before' }));
  const free = fillDisk();
  const big = new PutObjectCommand({ Bucket: 'files', Key: 'a', Body: BIG });
  await expect(s3.send(big)).rejects.toMatchObject(failed);
  expect(harness.faults.map(isDiskFull)).toEqual([true]);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'files', Key: 'a' }));
  expect(await Body?.transformToString()).toBe('before');
  free();
  await s3.send(big);
});

test('a message that finds no room is refused with 500 and is not received, and can be sent again', async () => {
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: 'jobs.fifo', Attributes: { FifoQueue: 'true' } }),
  );
  const send = (MessageBody: string, id: string) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: 'g', MessageDeduplicationId: id }));
  await send('first', '1');
  const free = fillDisk();
  await expect(send(BIG, '2')).rejects.toMatchObject(failed);
  expect(await count(QueueUrl)).toBe('1');
  free();
  // The same deduplication id: what was not kept does not count.
  await send(BIG, '2');
  expect(await count(QueueUrl)).toBe('2');
});

test('a queue that finds no room is not there', async () => {
  const free = fillDisk();
  for (let index = 0; index < 100; index++) {
    const created = await sqs
      .send(new CreateQueueCommand({ QueueName: `queue-${index}`, tags: { text: 'x'.repeat(200) } }))
      .catch((error: unknown) => error);
    if (!(created instanceof Error)) continue;
    expect(created).toMatchObject(failed);
    const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: `queue-${index}` }));
    expect(QueueUrls).toEqual([]);
    free();
    return;
  }
  expect.unreachable('the disk did not fill');
});

test('a message that was under way when the disk filled can still be deleted by its receipt', async () => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'jobs' }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'first' }));
  const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  const free = fillDisk();
  await expect(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: BIG }))).rejects.toMatchObject(failed);
  free();
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' });
});

test('lines of a log that find no room are there once there is some', () => {
  const database = openDatabase(':memory:');
  const store = new LogStore(database, harness.clock);
  store.putGroup({ name: 'group' });
  const pages = Number(Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0]);
  database.exec(`PRAGMA max_page_count = ${pages + 1}`);
  store.write({ group: 'group', stream: 'stream', at: 1, message: BIG });
  expect(() => store.flush()).toThrow('database or disk is full');
  database.exec('PRAGMA max_page_count = 1000000');
  store.write({ group: 'group', stream: 'stream', at: 2, message: 'after' });
  const read = store.read('group', { from: 0, limit: 10 });
  expect(read.map(({ message }) => message)).toEqual([BIG, 'after']);
  store.close();
});
