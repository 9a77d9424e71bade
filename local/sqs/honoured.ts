import { type Honoured, named } from '../aws/honouring.ts';

const all = (members: string): Honoured => ({ members: named(members) });

const FAIR = 'The MessageGroupId of a message to a standard queue makes no group of it.';

/** What SQS's operations make of their input. */
export const SQS_HONOURED: Readonly<Record<string, Honoured>> = {
  ChangeMessageVisibility: all('QueueUrl ReceiptHandle VisibilityTimeout'),
  ChangeMessageVisibilityBatch: all('QueueUrl Entries'),
  CreateQueue: { ...all('QueueName Attributes tags'), differs: 'Keys of KMS are kept and encrypt nothing.' },
  DeleteMessage: all('QueueUrl ReceiptHandle'),
  DeleteMessageBatch: all('QueueUrl Entries'),
  DeleteQueue: {
    ...all('QueueUrl'),
    differs: 'It is gone at once and its name is free at once, which takes AWS 60 seconds.',
  },
  GetQueueAttributes: all('QueueUrl AttributeNames'),
  GetQueueUrl: all('QueueName QueueOwnerAWSAccountId'),
  ListQueueTags: all('QueueUrl'),
  ListQueues: all('QueueNamePrefix NextToken MaxResults'),
  PurgeQueue: { ...all('QueueUrl'), differs: 'It may be called again at once, which AWS refuses for 60 seconds.' },
  ReceiveMessage: {
    ...all(
      'QueueUrl AttributeNames MessageSystemAttributeNames MessageAttributeNames MaxNumberOfMessages VisibilityTimeout WaitTimeSeconds',
    ),
    withoutEffect: {
      ReceiveRequestAttemptId: 'an answer that was lost on its way comes again after its visibility timeout',
    },
  },
  SendMessage: {
    ...all(
      'QueueUrl MessageBody DelaySeconds MessageAttributes MessageSystemAttributes MessageDeduplicationId MessageGroupId',
    ),
    differs: FAIR,
  },
  SendMessageBatch: { ...all('QueueUrl Entries'), differs: FAIR },
  SetQueueAttributes: { ...all('QueueUrl Attributes'), differs: 'Keys of KMS are kept and encrypt nothing.' },
  TagQueue: all('QueueUrl Tags'),
  UntagQueue: all('QueueUrl TagKeys'),
};
