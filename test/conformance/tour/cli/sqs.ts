import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** A queue: made, told, a message through it, gone. */
export const sqs = async (aws: Aws): Promise<void> => {
  const { QueueUrl } = await aws.run('sqs create-queue --queue-name cli-one --attributes VisibilityTimeout=45');
  await aws.run('sqs create-queue --queue-name cli-two');
  const { QueueUrls } = await aws.run('sqs list-queues --queue-name-prefix cli- --page-size 1');
  expect(QueueUrls).toHaveLength(2);
  await aws.run('sqs send-message --message-body hello --queue-url', QueueUrl);
  const { Messages } = await aws.run('sqs receive-message --attribute-names All --queue-url', QueueUrl);
  expect(Messages).toMatchObject([{ Body: 'hello', Attributes: { ApproximateReceiveCount: '1' } }]);
  const told = await aws.run('sqs get-queue-attributes --attribute-names All --queue-url', QueueUrl);
  expect(told).toMatchObject({ Attributes: { VisibilityTimeout: '45', ApproximateNumberOfMessagesNotVisible: '1' } });
  await aws.run('sqs delete-queue --queue-url', QueueUrl);
  expect(await aws.refused('sqs get-queue-url --queue-name cli-one')).toMatch(/NonExistentQueue|QueueDoesNotExist/);
};
