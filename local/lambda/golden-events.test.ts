import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { servicePrincipal } from '../iam/service-principal.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { callFor } from './destination-call.ts';
import { openSources, RIGHTS, type Sources } from './testing/sources.ts';

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 10 });
const ISO = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const UUID = expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const arnOf = (service: string, name: string): string => `arn:aws:${service}:${REGION}:${ACCOUNT_ID}:${name}`;
const functionArn = arnOf('lambda', 'function:work');

let sources: Sources;
beforeEach(async () => {
  sources = await openSources();
  sources.resume();
});
afterEach(() => sources.close());

/** A function that writes down the event it gets, and fails where that says so. */
const put = (settings: object = {}) =>
  sources.put(
    'work',
    `import { writeFileSync, renameSync } from 'node:fs';
     export const handler = async (event) => {
       writeFileSync(process.env.EVENT + '.draft', JSON.stringify(event));
       renameSync(process.env.EVENT + '.draft', process.env.EVENT);
       if (event.fail) throw new RangeError('asked to');
       return { done: true };
     };`,
    { environment: { EVENT: file() }, ...settings },
  );
const file = (): string => `${sources.folder}/event`;
const received = async (): Promise<unknown> => {
  await eventually(() => existsSync(file())).toBe(true);
  return JSON.parse(readFileSync(file(), 'utf8'));
};
const queue = (QueueName: string) => sources.call('sqs', 'CreateQueue', { QueueName });
const messages = async (name: string) => {
  const input = { QueueUrl: arnOf('sqs', name), MessageAttributeNames: ['All'], MaxNumberOfMessages: 10 };
  const { Messages = [] } = (await sources.call('sqs', 'ReceiveMessage', input)) as {
    Messages?: { Body: string; MessageAttributes?: object }[];
  };
  return Messages;
};
const oneMessage = async (name: string) => {
  let found: Awaited<ReturnType<typeof messages>> = [];
  await expect
    .poll(
      async () => {
        found = [...found, ...(await messages(name))];
        return found.length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  return found[0];
};

test('a record of a DynamoDB stream', async () => {
  put();
  const TableName = 'items';
  await sources.call('dynamodb', 'CreateTable', {
    TableName,
    KeySchema: [{ AttributeName: 'Id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'Id', AttributeType: 'N' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  const { Table } = await sources.call('dynamodb', 'DescribeTable', { TableName });
  const EventSourceArn = String((Table as { LatestStreamArn?: string }).LatestStreamArn);
  await sources.mappings.create({ FunctionName: 'work', EventSourceArn, StartingPosition: 'LATEST' });
  const Item = { Id: { N: '101' }, Message: { S: 'New item!' } };
  await sources.call('dynamodb', 'PutItem', { TableName, Item });
  expect(await received()).toEqual({
    Records: [
      {
        eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: REGION,
        dynamodb: {
          ApproximateCreationDateTime: expect.any(Number),
          Keys: { Id: { N: '101' } },
          NewImage: Item,
          SequenceNumber: expect.stringMatching(/^\d{21,40}$/),
          SizeBytes: expect.any(Number),
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
        eventSourceARN: EventSourceArn,
      },
    ],
  });
});

test('a notification of SNS', async () => {
  put();
  const TopicArn = String((await sources.call('sns', 'CreateTopic', { Name: 'news' })).TopicArn);
  await sources.deploy('AWS::Lambda::Permission', 'News', {
    Action: 'lambda:InvokeFunction',
    FunctionName: 'work',
    Principal: 'sns.amazonaws.com',
    SourceArn: TopicArn,
  });
  const { SubscriptionArn } = await sources.call('sns', 'Subscribe', {
    TopicArn,
    Protocol: 'lambda',
    Endpoint: functionArn,
  });
  await sources.call('sns', 'Publish', {
    TopicArn,
    Message: 'Hello from SNS!',
    Subject: 'TestInvoke',
    MessageAttributes: { Test: { DataType: 'String', StringValue: 'TestString' } },
  });
  expect(await received()).toEqual({
    Records: [
      {
        EventVersion: '1.0',
        EventSubscriptionArn: SubscriptionArn,
        EventSource: 'aws:sns',
        Sns: {
          SignatureVersion: '1',
          Timestamp: ISO,
          Signature: expect.any(String),
          SigningCertUrl: expect.stringMatching(/^https:\/\/sns\./),
          MessageId: UUID,
          Message: 'Hello from SNS!',
          MessageAttributes: { Test: { Type: 'String', Value: 'TestString' } },
          Type: 'Notification',
          UnsubscribeUrl: expect.stringContaining('Action=Unsubscribe'),
          TopicArn,
          Subject: 'TestInvoke',
        },
      },
    ],
  });
});

test('the record of an asynchronous invocation that failed, sent as the role of the function', async () => {
  put();
  await queue('failed');
  sources.functions.setAsync('work', '$LATEST', { retries: 0, onFailure: arnOf('sqs', 'failed') });
  await sources.call('lambda', 'Invoke', { FunctionName: 'work', InvocationType: 'Event', Payload: '{"fail":1}' });
  const message = await oneMessage('failed');
  expect(JSON.parse(message?.Body ?? '')).toEqual({
    version: '1.0',
    timestamp: ISO,
    requestContext: {
      requestId: UUID,
      functionArn: `${functionArn}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: 1,
    },
    requestPayload: { fail: 1 },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType: 'RangeError', errorMessage: 'asked to', trace: expect.any(Array) },
  });
});

test('the record of an asynchronous invocation that succeeded', async () => {
  put();
  await queue('done');
  sources.functions.setAsync('work', '$LATEST', { onSuccess: arnOf('sqs', 'done') });
  await sources.call('lambda', 'Invoke', { FunctionName: 'work', InvocationType: 'Event', Payload: '{"n":1}' });
  const message = await oneMessage('done');
  expect(JSON.parse(message?.Body ?? '')).toEqual({
    version: '1.0',
    timestamp: ISO,
    requestContext: {
      requestId: UUID,
      functionArn: `${functionArn}:$LATEST`,
      condition: 'Success',
      approximateInvokeCount: 1,
    },
    requestPayload: { n: 1 },
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    responsePayload: { done: true },
  });
});

test('a dead letter is the event itself, with what failed as attributes', async () => {
  put({ deadLetterArn: arnOf('sqs', 'dead') });
  await queue('dead');
  sources.functions.setAsync('work', '$LATEST', { retries: 0 });
  await sources.call('lambda', 'Invoke', { FunctionName: 'work', InvocationType: 'Event', Payload: '{"fail":1}' });
  const message = await oneMessage('dead');
  expect(message).toMatchObject({
    Body: '{"fail":1}',
    MessageAttributes: {
      RequestID: { DataType: 'String', StringValue: UUID },
      ErrorCode: { DataType: 'Number', StringValue: '200' },
      ErrorMessage: { DataType: 'String', StringValue: 'asked to' },
    },
  });
});

test('an event of a function that may not run at all goes to its destination at once', async () => {
  put({ reservedConcurrency: 0 });
  await queue('failed');
  sources.functions.setAsync('work', '$LATEST', { onFailure: arnOf('sqs', 'failed') });
  await sources.call('lambda', 'Invoke', { FunctionName: 'work', InvocationType: 'Event', Payload: '{}' });
  const message = await oneMessage('failed');
  expect(JSON.parse(message?.Body ?? '').requestContext).toMatchObject({ approximateInvokeCount: 0 });
});

test('each kind of destination gets the record by a call of its own', () => {
  const delivery = { functionArn: `${functionArn}:$LATEST`, text: '{"version":"1.0"}', succeeded: true };
  const call = (arn: string) => callFor({ ...delivery, arn, key: 'k' });
  expect(call(arnOf('sns', 'topic'))).toEqual({
    service: 'sns',
    operation: 'Publish',
    input: { TopicArn: arnOf('sns', 'topic'), Message: delivery.text },
  });
  expect(call(arnOf('lambda', 'function:next'))).toEqual({
    service: 'lambda',
    operation: 'Invoke',
    input: { FunctionName: arnOf('lambda', 'function:next'), InvocationType: 'Event', Payload: delivery.text },
  });
  expect(call(arnOf('events', 'event-bus/bus'))).toEqual({
    service: 'events',
    operation: 'PutEvents',
    input: {
      Entries: [
        {
          EventBusName: arnOf('events', 'event-bus/bus'),
          Source: 'lambda',
          DetailType: 'Lambda Function Invocation Result - Success',
          Resources: [arnOf('events', 'event-bus/bus'), `${functionArn}:$LATEST`],
          Detail: delivery.text,
        },
      ],
    },
  });
  expect(call('arn:aws:s3:::bucket')).toEqual({
    service: 's3',
    operation: 'PutObject',
    input: { Bucket: 'bucket', Key: 'k', Body: Buffer.from(delivery.text) },
  });
});

test('no line appears in the log of a function whose role may not write it', async () => {
  put();
  sources.grant(RIGHTS.filter((right) => right !== 'logs:PutLogEvents'));
  await sources.call('lambda', 'Invoke', { FunctionName: 'work' });
  expect(sources.logs).toEqual([]);
  put({ description: 'changed, so that a new instance starts' });
  sources.grant(RIGHTS);
  await sources.call('lambda', 'Invoke', { FunctionName: 'work' });
  expect(sources.logs.at(-1)?.message).toMatch(/^REPORT/);
});

test('an event of a rule comes as the bus has it', async () => {
  put();
  const rule = arnOf('events', 'rule/nightly');
  await sources.deploy('AWS::Lambda::Permission', 'Rule', {
    Action: 'lambda:InvokeFunction',
    FunctionName: 'work',
    Principal: 'events.amazonaws.com',
    SourceArn: rule,
  });
  const event = { version: '0', id: 'e', 'detail-type': 'Made', source: 'a', detail: { n: 1.5, text: 'ü' } };
  const input = { FunctionName: functionArn, InvocationType: 'Event', Payload: JSON.stringify(event) };
  const bus = servicePrincipal('events.amazonaws.com', rule, ACCOUNT_ID);
  await sources.harness.cloud.call('lambda', 'Invoke', input, bus);
  expect(await received()).toEqual(event);
});
