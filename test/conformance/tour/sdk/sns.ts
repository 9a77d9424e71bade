import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListTagsForResourceCommand,
  PublishBatchCommand,
  PublishCommand,
  paginateListSubscriptionsByTopic,
  paginateListTopics,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** A topic with a queue behind it, and so many topics that they do not fit on one page. */
export const sns = async ({ config }: Ground): Promise<void> => {
  const client = new SNSClient(config);
  const queues = new SQSClient(config);
  const { TopicArn } = await client.send(
    new CreateTopicCommand({
      Name: 'tour',
      Attributes: { DisplayName: 'Tour' },
      Tags: [{ Key: 'kind', Value: 'tour' }],
    }),
  );
  await client.send(
    new SetTopicAttributesCommand({ TopicArn, AttributeName: 'DisplayName', AttributeValue: 'A tour' }),
  );
  expect((await client.send(new GetTopicAttributesCommand({ TopicArn }))).Attributes).toMatchObject({
    TopicArn,
    DisplayName: 'A tour',
  });
  expect((await client.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }))).Tags).toEqual([
    { Key: 'kind', Value: 'tour' },
  ]);

  const { QueueUrl } = await queues.send(new CreateQueueCommand({ QueueName: 'of-the-topic' }));
  const { Attributes: { QueueArn: Endpoint = '' } = {} } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Statement = [
    { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: Endpoint },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await queues.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const { SubscriptionArn } = await client.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, ReturnSubscriptionArn: true }),
  );
  const raw = { SubscriptionArn, AttributeName: 'RawMessageDelivery', AttributeValue: 'true' };
  await client.send(new SetSubscriptionAttributesCommand(raw));
  expect((await client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes).toMatchObject({
    RawMessageDelivery: 'true',
    Endpoint,
  });
  await client.send(new PublishCommand({ TopicArn, Message: 'alone' }));
  const PublishBatchRequestEntries = ['b', 'c'].map((Id) => ({ Id, Message: Id }));
  await client.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }));
  const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  expect(Messages.map(({ Body }) => Body).sort()).toEqual(['alone', 'b', 'c']);

  for (let number = 0; number < 100; number++) await client.send(new CreateTopicCommand({ Name: `many-${number}` }));
  const pages: number[] = [];
  for await (const { Topics = [] } of paginateListTopics({ client }, {})) pages.push(Topics.length);
  expect(pages).toEqual([100, 1]);
  for await (const { Subscriptions } of paginateListSubscriptionsByTopic({ client }, { TopicArn }))
    expect(Subscriptions).toMatchObject([{ SubscriptionArn, Endpoint, Protocol: 'sqs' }]);

  await expect(
    client.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'ada@example.com' })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await client.send(new UnsubscribeCommand({ SubscriptionArn }));
  await client.send(new DeleteTopicCommand({ TopicArn }));
  await expect(client.send(new PublishCommand({ TopicArn, Message: 'late' }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  client.destroy();
  queues.destroy();
};
