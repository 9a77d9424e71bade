import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { VirtualClock } from '../clock.ts';
import { openFauxqs } from '../fauxqs/fauxqs.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createSqs } from './create-sqs.ts';

let harness: Harness;
let client: SQSClient;
let resourceTypes: ReturnType<typeof createSqs>['resourceTypes'];

beforeEach(async () => {
  harness = await openHarness({
    services(fauxqs, port) {
      const sqs = createSqs({
        fauxqs,
        clock: { now: () => harness.clock.now(), at: (at, run) => harness.clock.at(at, run) },
        accountId: ACCOUNT_ID,
        region: REGION,
        port,
      });
      resourceTypes = sqs.resourceTypes;
      return [sqs.service];
    },
  });
  client = new SQSClient(harness.client);
});

afterEach(() => harness.close());

const deploy = (id: string, properties = {}) =>
  Promise.resolve(resourceTypes[0]?.create(resource('AWS::SQS::Queue', id, properties), deployContext)).then(
    (created) => String(created?.ref),
  );

const receive = async (QueueUrl: string, more = {}) =>
  (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ?? [];

test('a message is received once, and is gone when deleted', async () => {
  const QueueUrl = await deploy('jobs');
  await client.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: 'one',
      MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
    }),
  );
  const [message] = await receive(QueueUrl, { MessageAttributeNames: ['All'] });
  expect(message).toMatchObject({ Body: 'one', MessageAttributes: { a: { StringValue: 'b' } } });
  expect(await receive(QueueUrl)).toEqual([]);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' });
});

test('a message given back can be received again at once', async () => {
  const QueueUrl = await deploy('back');
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'again' }));
  const [message] = await receive(QueueUrl);
  await client.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 }),
  );
  expect(await receive(QueueUrl)).toHaveLength(1);
});

test('a long poll ends as soon as a message comes', async () => {
  const QueueUrl = await deploy('poll');
  const waiting = receive(QueueUrl, { WaitTimeSeconds: 20 });
  await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '1', MessageBody: 'came' }] }));
  expect(await waiting).toMatchObject([{ Body: 'came' }]);
});

test('a message received too often moves to the dead-letter queue and survives a restart there', async () => {
  const dead = await deploy('dead');
  const QueueUrl = await deploy('live', {
    RedrivePolicy: { deadLetterTargetArn: `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:dead`, maxReceiveCount: 1 },
    VisibilityTimeout: 0,
  });
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
  expect(await receive(QueueUrl)).toHaveLength(1);
  expect(await receive(QueueUrl)).toHaveLength(0);
  const reopened = await openFauxqs({ folder: harness.folder, clock: harness.clock, region: REGION });
  expect(reopened.sqs.getQueueByName('dead')?.messages).toHaveLength(1);
  reopened.close();
  expect(await receive(dead)).toMatchObject([{ Body: 'poison' }]);
});

test('a message older than the queue keeps it is no longer received', async () => {
  const QueueUrl = await deploy('short', { MessageRetentionPeriod: 60 });
  const call = (operation: string, input: object) =>
    harness.cloud.call('sqs', operation, { QueueUrl, ...input }, harness.identities.administrator);
  // In process, because requests would be signed with the machine's time.
  const clock = harness.clock as VirtualClock;
  await clock.advance(7 * 86_400_000);
  await call('SendMessage', { MessageBody: 'old' });
  await clock.advance(59_000);
  const first = await call('ReceiveMessage', { VisibilityTimeout: 0 });
  expect(first.Messages).toMatchObject([{ Body: 'old' }]);
  await call('SendMessage', { MessageBody: 'new' });
  await clock.advance(2000);
  expect((await call('ReceiveMessage', { MaxNumberOfMessages: 10 })).Messages).toMatchObject([{ Body: 'new' }]);
});

test('services of the runtime send to a queue by its ARN', async () => {
  const QueueUrl = await deploy('letters');
  const arn = `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:letters`;
  const input = {
    QueueUrl: arn,
    MessageBody: 'x',
    MessageAttributes: { RULE_ARN: { DataType: 'String', StringValue: 'r' } },
  };
  await harness.cloud.call('sqs', 'SendMessage', input, harness.identities.administrator);
  expect(await receive(QueueUrl)).toMatchObject([{ Body: 'x' }]);
});

test('queues are found by name, and what is not there is named', async () => {
  const { QueueUrl } = await client.send(
    new CreateQueueCommand({ QueueName: 'made.fifo', Attributes: { FifoQueue: 'true' } }),
  );
  expect(QueueUrl).toBe(`${harness.door.url}/${ACCOUNT_ID}/made.fifo`);
  expect((await client.send(new GetQueueUrlCommand({ QueueName: 'made.fifo' }))).QueueUrl).toBe(QueueUrl);
  expect((await client.send(new ListQueuesCommand({}))).QueueUrls).toEqual([QueueUrl]);
  await expect(client.send(new GetQueueUrlCommand({ QueueName: 'none' }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
});

test('a role without a grant is refused in the words of SQS', async () => {
  const QueueUrl = await deploy('closed');
  const arn = `arn:aws:iam::${ACCOUNT_ID}:role/none`;
  harness.identities.putRole({ arn, name: 'none', id: 'AROA', trust: [], managedPolicyArns: [], inline: [] });
  const none = new SQSClient({ ...harness.client, credentials: harness.identities.sessionFor(arn, 's') });
  await expect(none.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:sts::${ACCOUNT_ID}:assumed-role/none/s is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:${REGION}:${ACCOUNT_ID}:closed because no identity-based policy allows the sqs:sendmessage action`,
  });
});

test('names, attributes and delays that SQS does not have are refused', async () => {
  const QueueUrl = await deploy('jobs');
  const refusals: [object, string, RegExp][] = [
    [new CreateQueueCommand({ QueueName: 'a b' }), 'InvalidParameterValue', /alphanumeric/],
    [
      new CreateQueueCommand({ QueueName: 'a', Attributes: { Colour: 'red' } as never }),
      'InvalidAttributeName',
      /Unknown Attribute Colour/,
    ],
    [new ListQueuesCommand({ MaxResults: 0 }), 'InvalidParameterValue', /MaxResults/],
    [new SendMessageCommand({ QueueUrl, MessageBody: 'x', DelaySeconds: 901 }), 'InvalidParameterValue', /<= 900/],
    [
      new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageDeduplicationId: 'd' }),
      'InvalidParameterValue',
      /not valid for this queue type/,
    ],
  ];
  for (const [command, name, message] of refusals)
    await expect(client.send(command as ListQueuesCommand)).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  const Entries = [
    { Id: 'good', MessageBody: 'good' },
    { Id: 'late', MessageBody: 'late', DelaySeconds: 901 },
  ];
  expect(await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).toMatchObject({
    Successful: [{ Id: 'good' }],
    Failed: [{ Id: 'late', Code: 'InvalidParameterValue', SenderFault: true }],
  });
  expect((await receive(QueueUrl)).map(({ Body }) => Body)).toEqual(['good']);
});
