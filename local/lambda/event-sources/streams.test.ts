import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT_ID, REGION } from '../../identity.ts';
import { openSources, RIGHTS, type Sources } from '../testing/sources.ts';

/** Real processes take the time that the machine gives them. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 10 });

let sources: Sources;
let streamArn: string;
const TableName = 'items';

beforeEach(async () => {
  sources = await openSources();
  await sources.call('dynamodb', 'CreateTable', {
    TableName,
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  const { Table } = await sources.call('dynamodb', 'DescribeTable', { TableName });
  streamArn = String((Table as { LatestStreamArn?: string }).LatestStreamArn);
  sources.resume();
});
afterEach(() => sources.close());

const write = (pk: string, n = 0) =>
  sources.call('dynamodb', 'PutItem', { TableName, Item: { pk: { S: pk }, n: { N: String(n) } } });

/** Writes down each batch, then does what the file says: fails on a `pk`, names failures, or waits for a gate. */
const CODE = `import { appendFileSync, existsSync } from 'node:fs';
  export const handler = async (event) => {
    const keys = event.Records.map(({ dynamodb }) => dynamodb.Keys.pk.S + dynamodb.NewImage.n.N);
    appendFileSync(process.env.LOG, JSON.stringify(keys) + '\\n');
    while (process.env.GATE && !existsSync(process.env.GATE)) await new Promise((resolve) => setTimeout(resolve, 5));
    if (process.env.POISON && keys.some((key) => key.startsWith(process.env.POISON))) throw new Error('poisoned');
    if (process.env.REPORT) {
      const bad = event.Records.filter(({ dynamodb }) => dynamodb.Keys.pk.S === process.env.REPORT);
      return { batchItemFailures: bad.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) };
    }
    return event;
  };`;

const put = (environment: Record<string, string> = {}) =>
  sources.put('work', CODE, { environment: { LOG: log(), ...environment } });
const log = (): string => `${sources.folder}/batches`;
const batches = (): string[][] =>
  existsSync(log())
    ? readFileSync(log(), 'utf8')
        .split('\n')
        // The last has no end yet, or is none.
        .slice(0, -1)
        .map((line) => JSON.parse(line) as string[])
    : [];
const map = (more: object = {}) =>
  sources.mappings.create({
    FunctionName: 'work',
    EventSourceArn: streamArn,
    StartingPosition: 'TRIM_HORIZON',
    ...more,
  });

/** Moves the clock on, little by little, until what real processes do has come about. */
const until = async (look: () => boolean, step = 1000): Promise<void> => {
  for (let turn = 0; turn < 3000 && !look(); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (turn % 10 === 9) await sources.clock.advance(step);
  }
  expect(look()).toBe(true);
};

test('what is written comes to the function, in order, from the oldest record on', async () => {
  put();
  await write('a', 1);
  await write('b', 2);
  await map();
  await eventually(() => batches().flat()).toEqual(['a1', 'b2']);
  await write('a', 3);
  await eventually(() => batches().flat()).toEqual(['a1', 'b2', 'a3']);
});

test('from the latest on, nothing that was there before is delivered, not even after a restart', async () => {
  put();
  await write('old', 1);
  await map({ StartingPosition: 'LATEST' });
  await sources.leave();
  sources = await openSources(sources.folder);
  await write('while down', 2);
  put();
  sources.resume();
  await eventually(() => batches().flat()).toEqual(['while down2']);
});

test('a write that changes nothing leaves no record', async () => {
  put();
  await map();
  await write('a', 1);
  await write('a', 1);
  await write('a', 2);
  await eventually(() => batches().flat()).toEqual(['a1', 'a2']);
});

test('after a restart the batch under way is done again, and none before it', async () => {
  const gate = `${sources.folder}/gate`;
  put();
  await map({ BatchSize: 1 });
  await write('a', 1);
  await eventually(() => sources.logs.filter(({ message }) => message.startsWith('REPORT')).length).toBe(1);
  put({ GATE: gate });
  await write('b', 2);
  await write('c', 3);
  await eventually(() => batches().flat()).toEqual(['a1', 'b2']);
  await sources.leave();
  sources = await openSources(sources.folder);
  put();
  sources.resume();
  await eventually(() => batches().flat()).toEqual(['a1', 'b2', 'b2', 'c3']);
});

test('a filter lets pass what matches, and the rest is done with', async () => {
  put();
  const Pattern = JSON.stringify({ eventName: ['INSERT'], dynamodb: { NewImage: { n: { N: [{ prefix: '1' }] } } } });
  await map({ FilterCriteria: { Filters: [{ Pattern }] } });
  for (const [pk, n] of [
    ['a', 1],
    ['a', 12],
    ['b', 2],
    ['c', 10],
  ] as const)
    await write(pk, n);
  await eventually(() => batches().flat()).toEqual(['a1', 'c10']);
});

test('a window gathers records until it is over', async () => {
  put();
  await map({ MaximumBatchingWindowInSeconds: 10, BatchSize: 3 });
  await write('a', 1);
  await sources.clock.advance(9000);
  await write('b', 2);
  expect(batches()).toEqual([]);
  await until(() => batches().length > 0);
  expect(batches()).toEqual([['a1', 'b2']]);
  for (const n of [3, 4, 5]) await write('c', n);
  await eventually(() => batches()[1]).toEqual(['c3', 'c4', 'c5']);
});

describe('a batch that fails', () => {
  const failing = async (more: object) => {
    await map({ DestinationConfig: { OnFailure: { Destination: SINK } }, ...more });
  };
  const SINK = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:sink`;
  const records = async (): Promise<Record<string, unknown>[]> => {
    const { Messages = [] } = (await sources.call('sqs', 'ReceiveMessage', {
      QueueUrl: SINK,
      MaxNumberOfMessages: 10,
    })) as { Messages?: { Body: string }[] };
    return Messages.map(({ Body }) => JSON.parse(Body));
  };
  beforeEach(() => sources.call('sqs', 'CreateQueue', { QueueName: 'sink' }));

  test('is tried again, then given up to the destination of failures, and the next goes on', async () => {
    put({ POISON: 'bad' });
    await failing({ MaximumRetryAttempts: 2, BatchSize: 2 });
    await write('bad', 1);
    await until(() => batches().length === 3);
    await write('good', 2);
    await until(() => batches().length === 4);
    expect(batches()).toEqual([['bad1'], ['bad1'], ['bad1'], ['good2']]);
    const sent: Record<string, unknown>[] = [];
    await expect.poll(async () => sent.push(...(await records())), { timeout: 10_000 }).toBe(1);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(sent[0]).toEqual({
      requestContext: {
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:work:$LATEST`,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      DDBStreamBatchInfo: {
        shardId: expect.stringMatching(/^shardId-\d{20}-/),
        startSequenceNumber: expect.stringMatching(/^\d{21,40}$/),
        endSequenceNumber: expect.stringMatching(/^\d{21,40}$/),
        approximateArrivalOfFirstRecord: time,
        approximateArrivalOfLastRecord: time,
        batchSize: 1,
        streamArn,
      },
    });
  });

  test('is split until the bad record stands alone', async () => {
    put({ POISON: 'bad' });
    for (const [pk, n] of [
      ['a', 1],
      ['b', 2],
      ['bad', 3],
      ['d', 4],
    ] as const)
      await write(pk, n);
    await failing({ MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true, BatchSize: 4 });
    await until(() => batches().length === 5);
    expect(batches()).toEqual([['a1', 'b2', 'bad3', 'd4'], ['a1', 'b2'], ['bad3', 'd4'], ['bad3'], ['d4']]);
  });

  test('is begun again at the lowest record that the function names', async () => {
    put({ REPORT: 'bad' });
    for (const [pk, n] of [
      ['a', 1],
      ['bad', 2],
      ['c', 3],
    ] as const)
      await write(pk, n);
    await failing({ MaximumRetryAttempts: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] });
    await until(() => batches().length === 2);
    await write('d', 4);
    await until(() => batches().length === 3);
    expect(batches()).toEqual([['a1', 'bad2', 'c3'], ['bad2', 'c3'], ['d4']]);
  });

  test('is given up once its records are too old, though they may be tried for ever', async () => {
    put({ POISON: 'bad' });
    await failing({ MaximumRecordAgeInSeconds: 60 });
    await write('bad', 1);
    await until(() => batches().length > 1);
    let sent: Record<string, unknown>[] = [];
    for (let turn = 0; turn < 200 && sent.length === 0; turn++) {
      await sources.clock.advance(5000);
      await new Promise((resolve) => setTimeout(resolve, 10));
      sent = await records();
    }
    expect(sent[0]).toMatchObject({ requestContext: { condition: 'RecordAgeExceeded' } });
  });
});

test('items keep their order while batches of others run at the same time', async () => {
  const gate = `${sources.folder}/gate`;
  put({ GATE: gate });
  await map({ ParallelizationFactor: 10, BatchSize: 1 });
  const keys = Array.from({ length: 12 }, (_, index) => `k${index}-`);
  for (const n of [1, 2]) for (const pk of keys) await write(pk, n);
  await eventually(() => batches().length).toBeGreaterThan(1);
  writeFileSync(gate, '');
  await eventually(() => batches().length).toBe(24);
  for (const pk of keys)
    expect(
      batches()
        .flat()
        .filter((key) => key.startsWith(pk)),
    ).toEqual([`${pk}1`, `${pk}2`]);
});

describe('a mapping is refused', () => {
  test.each(RIGHTS.filter((right) => right.startsWith('dynamodb:')))('to a role without %s', async (right) => {
    put();
    sources.grant(RIGHTS.filter((each) => each !== right));
    await expect(map()).rejects.toMatchObject({
      code: 'InvalidParameterValueException',
      message: `Cannot access stream ${streamArn}. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.`,
    });
  });

  test.each([
    [
      { BatchSize: 0 },
      "1 validation error detected: Value '0' at 'batchSize' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [{ StartingPosition: 'AT_TIMESTAMP' }, /Only Kinesis/],
    [{ TumblingWindowInSeconds: 30 }, /no tumbling windows/],
    [{ FilterCriteria: { Filters: [{ Pattern: '{"eventName":"INSERT"}' }] } }, 'Invalid filter pattern definition.'],
    [{ MaximumRecordAgeInSeconds: 10 }, /at least 60/],
    [{ ScalingConfig: { MaximumConcurrency: 2 } }, /only valid for SQS/],
  ])('that says %j', async (more, message) => {
    put();
    await expect(map(more)).rejects.toThrow(message);
  });

  test('where the function has one for the stream already', async () => {
    put();
    const { uuid } = await map();
    await expect(map()).rejects.toMatchObject({
      code: 'ResourceConflictException',
      statusCode: 409,
      message: `The event source arn (" ${streamArn} ") and function (" work ") provided mapping already exists. Please update or delete the existing mapping with UUID ${uuid}`,
    });
  });
});
