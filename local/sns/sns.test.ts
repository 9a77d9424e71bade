import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishBatchCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
  TagResourceCommand,
  UnsubscribeCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Service } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import { type Harness, openHarness } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createSqs } from '../sqs/create-sqs.ts';
import { createSns } from './create-sns.ts';

let harness: Harness;
let sns: SNSClient;
let sqs: SQSClient;
let invoked: { functionArn: string; payload: string }[];

/** Functions of which one lets SNS in. */
const functions: Service = {
  name: 'lambda',
  operations: {
    Invoke: {
      permissions: ({ FunctionName }) => [{ action: 'lambda:InvokeFunction', resource: FunctionName }],
      run({ FunctionName, Payload }) {
        invoked.push({ functionArn: FunctionName, payload: Payload });
        return { StatusCode: 202 };
      },
    },
  },
  policyOf: (arn) =>
    arn.endsWith(':open')
      ? [
          {
            Effect: 'Allow',
            Principal: { Service: 'sns.amazonaws.com' },
            Action: 'lambda:InvokeFunction',
            Resource: arn,
          },
        ]
      : [],
};

const open = async (folder?: string): Promise<void> => {
  harness = await openHarness({
    ...(folder === undefined ? {} : { folder }),
    services: (fauxqs, port) => {
      const place = { fauxqs, clock: new VirtualClock(Date.now()), accountId: ACCOUNT_ID, region: REGION };
      const cloud = () => harness.cloud;
      return [createSqs({ ...place, port }).service, createSns({ ...place, cloud }).service, functions];
    },
  });
  sns = new SNSClient(harness.client);
  sqs = new SQSClient(harness.client);
};
beforeEach(async () => {
  invoked = [];
  await open();
});
afterEach(async () => {
  sns.destroy();
  sqs.destroy();
  await harness.close();
});

const queueArn = (name: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT_ID}:${name}`;

/** A queue that SNS may send to on behalf of a topic. */
const queue = async (QueueName: string, topicArn: string, Attributes: Record<string, string> = {}): Promise<void> => {
  const Condition = { ArnEquals: { 'aws:SourceArn': topicArn } };
  const Principal = { Service: 'sns.amazonaws.com' };
  const Statement = [
    { Effect: 'Allow', Principal, Action: 'sqs:SendMessage', Resource: queueArn(QueueName), Condition },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { ...Attributes, Policy } }));
};

const topic = async (Name: string, Attributes?: Record<string, string>): Promise<string> =>
  (await sns.send(new CreateTopicCommand({ Name, Attributes }))).TopicArn ?? '';

/** A queue that hears of a topic. */
const listen = async (TopicArn: string, name: string, Attributes: Record<string, string> = {}): Promise<string> => {
  await queue(name, TopicArn, name.endsWith('.fifo') ? { FifoQueue: 'true' } : {});
  const input = { TopicArn, Protocol: 'sqs', Endpoint: queueArn(name), Attributes, ReturnSubscriptionArn: true };
  return (await sns.send(new SubscribeCommand(input))).SubscriptionArn ?? '';
};

const received = async (name: string) => {
  const QueueUrl = `${harness.door.url}/${ACCOUNT_ID}/${name}`;
  const input = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] };
  return (await sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

test('a message reaches every queue that subscribed, in an envelope that says where it is from', async () => {
  const TopicArn = await topic('news');
  await listen(TopicArn, 'one');
  await listen(TopicArn, 'two');
  const MessageAttributes = { kind: { DataType: 'String', StringValue: 'trailer' } };
  const input = { TopicArn, Message: 'out now', Subject: 'hear', MessageAttributes };
  const { MessageId } = await sns.send(new PublishCommand(input));
  for (const name of ['one', 'two']) {
    const [message] = await received(name);
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      Type: 'Notification',
      MessageId,
      TopicArn,
      Subject: 'hear',
      Message: 'out now',
      MessageAttributes: { kind: { Type: 'String', Value: 'trailer' } },
    });
  }
});

test('raw delivery gives the message alone, with its attributes', async () => {
  const TopicArn = await topic('raw');
  await listen(TopicArn, 'bare', { RawMessageDelivery: 'true' });
  const MessageAttributes = { kind: { DataType: 'String', StringValue: 'poster' } };
  await sns.send(new PublishCommand({ TopicArn, Message: '{"a":1}', MessageAttributes }));
  const [message] = await received('bare');
  expect(message).toMatchObject({ Body: '{"a":1}', MessageAttributes });
});

test('a filter policy keeps messages away, by their attributes or their body', async () => {
  const TopicArn = await topic('filtered');
  await listen(TopicArn, 'posters', { FilterPolicy: '{"kind":["poster"]}', RawMessageDelivery: 'true' });
  const byBody = await listen(TopicArn, 'large', { RawMessageDelivery: 'true' });
  const set = (AttributeName: string, AttributeValue: string) =>
    sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn: byBody, AttributeName, AttributeValue }));
  await set('FilterPolicyScope', 'MessageBody');
  await set('FilterPolicy', '{"width":[{"numeric":[">",100]}]}');
  const kind = (StringValue: string) => ({ kind: { DataType: 'String', StringValue } });
  const wide = JSON.stringify({ width: 200 });
  const narrow = JSON.stringify({ width: 50 });
  await sns.send(new PublishCommand({ TopicArn, Message: wide, MessageAttributes: kind('trailer') }));
  await sns.send(new PublishCommand({ TopicArn, Message: narrow, MessageAttributes: kind('poster') }));
  expect((await received('posters')).map(({ Body }) => Body)).toEqual([narrow]);
  expect((await received('large')).map(({ Body }) => Body)).toEqual([wide]);
});

test('a message may have a text of its own for each protocol', async () => {
  const TopicArn = await topic('texts');
  await listen(TopicArn, 'own', { RawMessageDelivery: 'true' });
  const Message = JSON.stringify({ default: 'all', sqs: 'queues' });
  await sns.send(new PublishCommand({ TopicArn, Message, MessageStructure: 'json' }));
  expect((await received('own'))[0]?.Body).toBe('queues');
  await expect(
    sns.send(new PublishCommand({ TopicArn, Message: '{}', MessageStructure: 'json' })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Invalid parameter: Message Structure - No default entry in JSON message body',
  });
});

test('a FIFO topic asks for a group and an identity, and numbers its messages', async () => {
  const TopicArn = await topic('ordered.fifo', { FifoTopic: 'true' });
  await listen(TopicArn, 'ordered.fifo', { RawMessageDelivery: 'true' });
  await expect(sns.send(new PublishCommand({ TopicArn, Message: 'a' }))).rejects.toThrow(
    'Invalid parameter: The MessageGroupId parameter is required for FIFO topics',
  );
  await expect(sns.send(new PublishCommand({ TopicArn, Message: 'a', MessageGroupId: 'g' }))).rejects.toThrow(
    'Invalid parameter: The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  );
  const publish = async (Message: string, MessageDeduplicationId: string) =>
    (
      await sns.send(
        new PublishCommand({ TopicArn, Message, MessageGroupId: MessageDeduplicationId, MessageDeduplicationId }),
      )
    ).SequenceNumber ?? '';
  const first = await publish('a', '1');
  await publish('a again', '1');
  const third = await publish('b', '2');
  expect(first).toMatch(/^\d{20}$/);
  expect(third > first).toBe(true);
  expect((await received('ordered.fifo')).map(({ Body }) => Body)).toEqual(['a', 'b']);
});

test('a batch takes what is right and names what is not', async () => {
  const TopicArn = await topic('batch');
  await listen(TopicArn, 'all', { RawMessageDelivery: 'true' });
  const PublishBatchRequestEntries = [
    { Id: '1', Message: 'a' },
    { Id: '2', Message: 'x'.repeat(262_145) },
  ];
  const { Successful, Failed } = await sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }));
  expect(Successful).toMatchObject([{ Id: '1', MessageId: expect.any(String) }]);
  expect(Failed).toMatchObject([{ Id: '2', Code: 'InvalidParameter', SenderFault: true }]);
  expect((await received('all')).map(({ Body }) => Body)).toEqual(['a']);
});

test('a function is invoked with a record; what it may not get goes to the dead-letter queue', async () => {
  const TopicArn = await topic('functions');
  const endpoint = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT_ID}:function:${name}`;
  const subscribe = (name: string, Attributes = {}) =>
    sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint: endpoint(name), Attributes }));
  await queue('dead', TopicArn);
  await subscribe('open');
  await subscribe('closed', { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn('dead') }) });
  await sns.send(new PublishCommand({ TopicArn, Message: 'hello' }));
  expect(invoked.map(({ functionArn }) => functionArn)).toEqual([endpoint('open')]);
  expect(JSON.parse(invoked[0]?.payload ?? '')).toMatchObject({
    Records: [{ EventSource: 'aws:sns', Sns: { Message: 'hello', TopicArn, Subject: null } }],
  });
  expect((await received('dead'))[0]?.Body).toContain('hello');
});

test('a queue whose policy does not let the topic in gets nothing', async () => {
  const TopicArn = await topic('secret');
  await queue('deaf', `${TopicArn}-of-another-name`);
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queueArn('deaf') }));
  await listen(TopicArn, 'hears');
  await sns.send(new PublishCommand({ TopicArn, Message: 'psst' }));
  expect([(await received('hears')).length, (await received('deaf')).length]).toEqual([1, 0]);
});

test('topics, subscriptions and tags are told, survive a restart and go', async () => {
  const TopicArn = await topic('kept', { DisplayName: 'Kept' });
  const SubscriptionArn = await listen(TopicArn, 'hears', { RawMessageDelivery: 'true' });
  await sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags: [{ Key: 'a', Value: '1' }] }));
  await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'DisplayName', AttributeValue: 'Now' }));
  const { folder } = harness;
  sns.destroy();
  sqs.destroy();
  await harness.door.close();
  harness.fauxqs.close();
  await open(folder);

  expect((await sns.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes).toMatchObject({ TopicArn, DisplayName: 'Now', SubscriptionsConfirmed: '1', Owner: ACCOUNT_ID });
  const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions).toMatchObject([{ SubscriptionArn, Protocol: 'sqs', Endpoint: queueArn('hears') }]);
  const told = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  expect(told.Attributes).toMatchObject({ RawMessageDelivery: 'true', PendingConfirmation: 'false' });
  const tags = () => sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }));
  expect((await tags()).Tags).toEqual([{ Key: 'a', Value: '1' }]);
  await sns.send(new UntagResourceCommand({ ResourceArn: TopicArn, TagKeys: ['a'] }));
  expect((await tags()).Tags ?? []).toEqual([]);

  await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
  expect((await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions ?? []).toEqual([]);
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  await expect(sns.send(new PublishCommand({ TopicArn, Message: 'gone' }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Topic does not exist',
  });
});

test('what cannot be reached is refused by name', async () => {
  const TopicArn = await topic('refusing');
  await expect(
    sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'a@example.org' })),
  ).rejects.toThrow('delivers to sqs and lambda only, not to email');
  await expect(sns.send(new PublishCommand({ PhoneNumber: '+1', Message: 'a' }))).rejects.toThrow('no text messages');
  await expect(sns.send(new PublishCommand({ TopicArn, Message: '' }))).rejects.toThrow(
    'Invalid parameter: Empty message',
  );
});

test('a caller without a grant is refused', async () => {
  const TopicArn = await topic('closed');
  const principal = {
    arn: `arn:aws:sts::${ACCOUNT_ID}:assumed-role/reader/session`,
    accountId: ACCOUNT_ID,
    policies: [{ Effect: 'Allow' as const, Action: 'sns:ListTopics', Resource: '*' }],
  };
  await harness.cloud.call('sns', 'ListTopics', {}, principal);
  await expect(harness.cloud.call('sns', 'Publish', { TopicArn, Message: 'a' }, principal)).rejects.toMatchObject({
    code: 'AuthorizationError',
  });
});
