import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createSqs } from './create-sqs.ts';

let harness: Harness;
let clock: VirtualClock;
let folder: string;

const open = async (): Promise<void> => {
  harness = await openHarness({
    clock,
    folder,
    services: (fauxqs, port) => [createSqs({ fauxqs, clock, accountId: ACCOUNT_ID, region: REGION, port }).service],
  });
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sqs-'));
  // Not the machine's year, so that what reads the machine's time goes wrong.
  clock = new VirtualClock(Date.UTC(2031, 4, 1));
  await open();
});
afterEach(async () => {
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

const QueueUrl = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:jobs`;
const call = (operation: string, input: object, signal?: AbortSignal) =>
  harness.cloud.call('sqs', operation, input, harness.identities.administrator, signal && { signal });
const queue = (Attributes: Record<string, string> = {}, QueueName = 'jobs') =>
  call('CreateQueue', { QueueName, Attributes });
const send = (MessageBody: string, more: object = {}) => call('SendMessage', { QueueUrl, MessageBody, ...more });
const receive = async (more: object = {}, signal?: AbortSignal) => {
  const output = await call('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, ...more }, signal);
  return (output.Messages ?? []) as { Body: string; ReceiptHandle: string; Attributes?: Record<string, string> }[];
};

test('a message that was received hides for its visibility timeout, restarts included', async () => {
  await queue({ VisibilityTimeout: '30' });
  await send('a');
  const [message] = await receive({ AttributeNames: ['All'] });
  expect(message?.Attributes?.ApproximateFirstReceiveTimestamp).toBe(String(clock.now()));
  await clock.advance(20_000);
  await harness.close();
  await open();
  expect(await receive()).toEqual([]);
  await clock.advance(10_000);
  expect(await receive()).toMatchObject([{ Body: 'a' }]);
});

test('messages are counted as they are by now, though nobody received any since', async () => {
  await queue({ VisibilityTimeout: '30', MessageRetentionPeriod: '60' });
  await send('a');
  await receive();
  const counts = async () => {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'];
    const { Attributes } = await call('GetQueueAttributes', { QueueUrl, AttributeNames: names });
    return names.map((name) => (Attributes as Record<string, string>)[name]);
  };
  expect(await counts()).toEqual(['0', '1']);
  await clock.advance(30_000);
  expect(await counts()).toEqual(['1', '0']);
  await clock.advance(31_000);
  expect(await counts()).toEqual(['0', '0']);
});

test('a delayed message comes when its delay is over', async () => {
  await queue();
  await send('later', { DelaySeconds: 60 });
  await clock.advance(59_999);
  expect(await receive()).toEqual([]);
  await clock.advance(1);
  expect(await receive()).toMatchObject([{ Body: 'later' }]);
});

test('a long poll ends when a hidden message comes back, and by itself when its time is over', async () => {
  await queue({ VisibilityTimeout: '5' });
  await send('a');
  await receive();
  const waiting = receive({ WaitTimeSeconds: 20 });
  await clock.advance(5000);
  expect(await waiting).toMatchObject([{ Body: 'a' }]);
  const empty = receive({ WaitTimeSeconds: 3 });
  await clock.advance(3000);
  expect(await empty).toEqual([]);
});

test('who hangs up while waiting takes no message', async () => {
  await queue();
  const caller = new AbortController();
  const waiting = receive({ WaitTimeSeconds: 20 }, caller.signal);
  await clock.advance(0);
  caller.abort();
  await send('for another');
  expect(await waiting).toEqual([]);
  expect(await receive()).toMatchObject([{ Body: 'for another' }]);
});

test('a duplicate is one for five minutes', async () => {
  await queue({ FifoQueue: 'true', ContentBasedDeduplication: 'true' }, 'jobs.fifo');
  const fifo = { QueueUrl: `${QueueUrl}.fifo`, MessageGroupId: 'g' };
  const first = await send('same', fifo);
  await clock.advance(299_000);
  expect((await send('same', fifo)).MessageId).toBe(first.MessageId);
  await clock.advance(2000);
  expect((await send('same', fifo)).MessageId).not.toBe(first.MessageId);
});

test('the trace of a message is kept with it and told to who asks', async () => {
  await queue();
  const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793';
  const MessageSystemAttributes = { AWSTraceHeader: { DataType: 'String', StringValue: trace } };
  await send('a', { MessageSystemAttributes });
  const [asked] = await receive({ AttributeNames: ['AWSTraceHeader'], VisibilityTimeout: 0 });
  expect(asked?.Attributes).toEqual({ AWSTraceHeader: trace });
  expect((await receive({ VisibilityTimeout: 0 }))[0]?.Attributes).toBeUndefined();
});

test('attributes of a message are told to who names them', async () => {
  await queue();
  await send('a', { MessageAttributes: { color: { DataType: 'String', StringValue: 'red' } } });
  expect((await receive({ VisibilityTimeout: 0 }))[0]).not.toHaveProperty('MessageAttributes');
  expect((await receive({ MessageAttributeNames: ['color'] }))[0]).toHaveProperty('MessageAttributes');
});
