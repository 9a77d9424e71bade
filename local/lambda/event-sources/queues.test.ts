import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  GetEventSourceMappingCommand,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { openSources, RIGHTS, type Sources } from '../testing/sources.ts';

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 10 });
const arnOf = (name: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:${name}`;

let sources: Sources;
beforeEach(async () => {
  sources = await openSources();
  sources.resume();
});
afterEach(() => sources.close());

/** Writes down each batch, then does what bodies and environment say. */
const CODE = `import { appendFileSync, existsSync } from 'node:fs';
  export const handler = async (event) => {
    const bodies = event.Records.map(({ body }) => body);
    appendFileSync(process.env.LOG, JSON.stringify(process.env.WHOLE ? event : bodies) + '\\n');
    while (process.env.GATE && !existsSync(process.env.GATE)) await new Promise((resolve) => setTimeout(resolve, 5));
    if (process.env.POISON && bodies.includes(process.env.POISON)) throw new Error('poisoned');
    const bad = event.Records.filter(({ body }) => body === process.env.REPORT);
    if (process.env.REPORT) return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };`;
const log = (): string => `${sources.folder}/batches`;
const put = (environment: Record<string, string> = {}, settings: object = {}) =>
  sources.put('work', CODE, { environment: { LOG: log(), ...environment }, ...settings });
const batches = (): string[][] =>
  existsSync(log())
    ? readFileSync(log(), 'utf8')
        .split('\n')
        // The last has no end yet, or is none.
        .slice(0, -1)
        .map((line) => JSON.parse(line) as string[])
    : [];
const queue = (QueueName: string, Attributes: Record<string, string> = {}) =>
  sources.call('sqs', 'CreateQueue', { QueueName, Attributes });
const send = (name: string, MessageBody: string, more: object = {}) =>
  sources.call('sqs', 'SendMessage', { QueueUrl: arnOf(name), MessageBody, ...more });
const map = (more: object = {}, name = 'jobs') =>
  sources.mappings.create({ FunctionName: 'work', EventSourceArn: arnOf(name), ...more });
const left = async (name: string): Promise<number[]> => {
  const AttributeNames = ['All'];
  const { Attributes } = (await sources.call('sqs', 'GetQueueAttributes', {
    QueueUrl: arnOf(name),
    AttributeNames,
  })) as {
    Attributes: Record<string, string>;
  };
  return [Number(Attributes.ApproximateNumberOfMessages), Number(Attributes.ApproximateNumberOfMessagesNotVisible)];
};

test('the event is what Lambda documents, field for field', async () => {
  put({ WHOLE: 'yes' });
  await queue('jobs');
  await map();
  const MessageAttributes = {
    color: { DataType: 'String', StringValue: 'red' },
    bytes: { DataType: 'Binary', BinaryValue: 'AQID' },
  };
  await send('jobs', 'Test message.', { MessageAttributes });
  await eventually(() => batches().length).toBe(1);
  const time = expect.stringMatching(/^\d{13}$/);
  const lists = { stringListValues: [], binaryListValues: [] };
  expect(batches()[0]).toEqual({
    Records: [
      {
        messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        receiptHandle: expect.any(String),
        body: 'Test message.',
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: time,
          SenderId: expect.any(String),
          ApproximateFirstReceiveTimestamp: time,
        },
        messageAttributes: {
          color: { stringValue: 'red', ...lists, dataType: 'String' },
          bytes: { binaryValue: 'AQID', ...lists, dataType: 'Binary' },
        },
        md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
        md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
        eventSource: 'aws:sqs',
        eventSourceARN: arnOf('jobs'),
        awsRegion: REGION,
      },
    ],
  });
});

test('what went through is deleted, what failed comes back when its visibility timeout is over', async () => {
  put({ REPORT: 'bad' });
  await queue('jobs', { VisibilityTimeout: '30' });
  for (const body of ['good', 'bad']) await send('jobs', body);
  await map({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
  await eventually(() => batches()).toEqual([['good', 'bad']]);
  await expect.poll(() => left('jobs')).toEqual([0, 1]);
  await sources.clock.advance(29_000);
  expect(batches()).toHaveLength(1);
  await sources.clock.advance(1000);
  await eventually(() => batches()).toEqual([['good', 'bad'], ['bad']]);
});

test('a message that fails too often goes to the dead-letter queue', async () => {
  put({ POISON: 'bad' });
  await queue('dead');
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 2 });
  await queue('jobs', { VisibilityTimeout: '30', RedrivePolicy });
  await map();
  await send('jobs', 'bad');
  await eventually(() => batches().length).toBe(1);
  await sources.clock.advance(30_000);
  await eventually(() => batches().length).toBe(2);
  await sources.clock.advance(30_000);
  await expect.poll(() => left('dead')).toEqual([1, 0]);
  expect(batches()).toHaveLength(2);
});

test('what no filter lets through is deleted, and bodies are looked into where the filter does', async () => {
  put();
  await queue('jobs');
  await map({ FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["a"]}}' }] } });
  for (const body of ['{"kind":"a"}', '{"kind":"b"}', 'plain']) await send('jobs', body);
  await expect.poll(() => left('jobs')).toEqual([0, 0]);
  expect(batches().flat()).toEqual(['{"kind":"a"}']);
});

test('a window gathers more than one receive holds', async () => {
  put();
  await queue('jobs');
  await map({ BatchSize: 25, MaximumBatchingWindowInSeconds: 60 });
  for (let n = 0; n < 25; n++) await send('jobs', String(n));
  await eventually(() => batches().map(({ length }) => length)).toEqual([25]);
});

test('no more batches are under way than the mapping allows', async () => {
  const gate = `${sources.folder}/gate`;
  put({ GATE: gate });
  await queue('jobs');
  await map({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } });
  for (let n = 0; n < 6; n++) await send('jobs', String(n));
  await eventually(() => batches().length).toBe(2);
  expect(await left('jobs')).toEqual([4, 2]);
  writeFileSync(gate, '');
  await eventually(() => batches().length).toBe(6);
});

test('a FIFO queue keeps the order of each group', async () => {
  put();
  await queue('jobs.fifo', { FifoQueue: 'true', ContentBasedDeduplication: 'true' });
  for (const [group, n] of [
    ['a', 1],
    ['b', 1],
    ['a', 2],
    ['a', 3],
    ['b', 2],
  ] as const)
    await send('jobs.fifo', `${group}${n}`, { MessageGroupId: group });
  await map({}, 'jobs.fifo');
  await eventually(() => batches().flat().length).toBe(5);
  const of = (group: string) =>
    batches()
      .flat()
      .filter((body) => body.startsWith(group));
  expect([of('a'), of('b')]).toEqual([
    ['a1', 'a2', 'a3'],
    ['b1', 'b2'],
  ]);
});

test('messages wait while the function is throttled, and none is lost', async () => {
  put({}, { reservedConcurrency: 0 });
  await queue('jobs', { VisibilityTimeout: '30' });
  await map();
  await send('jobs', 'patient');
  await expect.poll(() => left('jobs')).toEqual([0, 1]);
  await sources.clock.advance(5000);
  expect(batches()).toEqual([]);
  put();
  await sources.clock.advance(1000);
  await eventually(() => batches()).toEqual([['patient']]);
  await expect.poll(() => left('jobs')).toEqual([0, 0]);
});

test('a mapping goes on after a restart', async () => {
  put();
  await queue('jobs');
  await map();
  await sources.leave();
  sources = await openSources(sources.folder);
  put();
  await send('jobs', 'after');
  sources.resume();
  await eventually(() => batches()).toEqual([['after']]);
});

describe('mappings of a client', () => {
  test('are created, changed, listed, disabled and deleted', async () => {
    const functionArn = put();
    await queue('jobs');
    const created = await sources.lambda.send(
      new CreateEventSourceMappingCommand({ FunctionName: 'work', EventSourceArn: arnOf('jobs'), BatchSize: 5 }),
    );
    const UUID = created.UUID ?? '';
    expect(created).toMatchObject({
      UUID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      BatchSize: 5,
      MaximumBatchingWindowInSeconds: 0,
      EventSourceArn: arnOf('jobs'),
      FunctionArn: functionArn,
      LastModified: expect.any(Date),
      State: 'Creating',
      StateTransitionReason: 'USER_INITIATED',
      FunctionResponseTypes: [],
      EventSourceMappingArn: `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:event-source-mapping:${UUID}`,
    });
    const state = async () => (await sources.lambda.send(new GetEventSourceMappingCommand({ UUID }))).State;
    expect(await state()).toBe('Enabled');
    const disabled = await sources.lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: false }));
    expect(disabled).toMatchObject({ State: 'Disabling', BatchSize: 5 });
    await send('jobs', 'unread');
    expect(await left('jobs')).toEqual([1, 0]);
    await sources.lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: true }));
    await eventually(() => batches()).toEqual([['unread']]);
    const { EventSourceMappings } = await sources.lambda.send(
      new ListEventSourceMappingsCommand({ FunctionName: 'work', EventSourceArn: arnOf('jobs') }),
    );
    expect(EventSourceMappings).toMatchObject([{ UUID, State: 'Enabled' }]);
    expect(await sources.lambda.send(new DeleteEventSourceMappingCommand({ UUID }))).toMatchObject({
      State: 'Deleting',
    });
    await expect(state()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await send('jobs', 'kept');
    expect(await left('jobs')).toEqual([1, 0]);
  });

  test.each([
    [{ BatchSize: 11 }, /window in seconds must be greater than 0/],
    [{ StartingPosition: 'LATEST' }, 'StartingPosition is not valid for SQS event sources.'],
    [{ MaximumRetryAttempts: 1 }, 'MaximumRetryAttempts is not valid for SQS event sources.'],
    [{ ScalingConfig: { MaximumConcurrency: 1 } }, /greater than or equal to 2/],
    [{ FunctionName: 'nobody' }, /Function not found/],
    [{ EventSourceArn: arnOf('none') }, /NonExistentQueue/],
    [{ EventSourceArn: 'arn:aws:s3:::bucket' }, 'Unrecognized event source.'],
  ])('are refused with %j', async (more, message) => {
    put();
    await queue('jobs');
    const input = { FunctionName: 'work', EventSourceArn: arnOf('jobs'), ...more } as never;
    await expect(sources.lambda.send(new CreateEventSourceMappingCommand(input))).rejects.toThrow(message);
  });

  test.each(['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'])('need a role that may %s', async (name) => {
    put();
    await queue('jobs');
    sources.grant(RIGHTS.filter((right) => right !== `sqs:${name}`));
    await expect(map()).rejects.toThrow(`The provided execution role does not have permissions to call ${name} on SQS`);
  });

  test('need a queue that hides messages as long as the function may run', async () => {
    put({}, { timeoutSeconds: 60 });
    await queue('jobs');
    await expect(map()).rejects.toThrow(
      'Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds',
    );
  });
});
