import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  paginateListQueues,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  TagQueueCommand,
} from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** Queues and messages: sent, received, hidden, deleted; queues listed in pages. */
export const sqs = async ({ config }: Ground): Promise<void> => {
  const client = new SQSClient(config);
  const names = ['tour-one', 'tour-three', 'tour-two'];
  for (const QueueName of names) await client.send(new CreateQueueCommand({ QueueName }));
  const listed: string[] = [];
  for await (const { QueueUrls = [] } of paginateListQueues({ client, pageSize: 2 }, { QueueNamePrefix: 'tour-' }))
    listed.push(...QueueUrls.map((url) => url.slice(url.lastIndexOf('/') + 1)));
  expect(listed.sort()).toEqual(names);

  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'tour-one' }));
  const Attributes = { VisibilityTimeout: '45' };
  await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  const told = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(told.Attributes).toMatchObject({ VisibilityTimeout: '45', QueueArn: expect.stringMatching(/:tour-one$/) });
  await client.send(new TagQueueCommand({ QueueUrl, Tags: { kind: 'tour' } }));
  expect((await client.send(new ListQueueTagsCommand({ QueueUrl }))).Tags).toEqual({ kind: 'tour' });

  const MessageAttributes = { colour: { DataType: 'String', StringValue: 'red' } };
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one', MessageAttributes }));
  const { Messages: [message] = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] }),
  );
  expect(message).toMatchObject({ Body: 'one', MessageAttributes, Attributes: { ApproximateReceiveCount: '1' } });
  const received = { QueueUrl, ReceiptHandle: message?.ReceiptHandle };
  expect((await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  await client.send(new ChangeMessageVisibilityCommand({ ...received, VisibilityTimeout: 0 }));
  const [again] = (await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages ?? [];
  expect(again?.Body).toBe('one');
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }));
  const Entries = ['a', 'b'].map((Id) => ({ Id, MessageBody: Id }));
  expect((await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).Successful).toHaveLength(2);
  await client.send(new PurgeQueueCommand({ QueueUrl }));
  expect((await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();

  await expect(client.send(new SendMessageCommand({ QueueUrl, MessageBody: '' }))).rejects.toMatchObject({
    name: 'MissingParameter',
  });
  await expect(
    client.send(new GetQueueUrlCommand({ QueueName: 'tour-one', QueueOwnerAWSAccountId: '111111111111' })),
  ).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  for (const url of (await client.send(new ListQueuesCommand({ QueueNamePrefix: 'tour-' }))).QueueUrls ?? [])
    await client.send(new DeleteQueueCommand({ QueueUrl: url }));
  await expect(client.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
  client.destroy();
};
