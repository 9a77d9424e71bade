import { type Honoured, named } from '../aws/honouring.ts';

const all = (members: string): Honoured => ({ members: named(members) });

const TOPIC_ATTRIBUTES =
  'ContentBasedDeduplication, DisplayName, FifoTopic and Policy are honoured; ArchivePolicy, DeliveryPolicy, FifoThroughputScope, KmsMasterKeyId, SignatureVersion and TracingConfig are kept and change nothing.';

/** What SNS's operations make of their input. */
export const SNS_HONOURED: Readonly<Record<string, Honoured>> = {
  CreateTopic: { ...all('Name Attributes Tags'), differs: TOPIC_ATTRIBUTES },
  DeleteTopic: all('TopicArn'),
  GetSubscriptionAttributes: all('SubscriptionArn'),
  GetTopicAttributes: all('TopicArn'),
  ListSubscriptions: all('NextToken'),
  ListSubscriptionsByTopic: all('TopicArn NextToken'),
  ListTagsForResource: all('ResourceArn'),
  ListTopics: all('NextToken'),
  Publish: {
    ...all(
      'TopicArn TargetArn PhoneNumber Message Subject MessageStructure MessageAttributes MessageDeduplicationId MessageGroupId',
    ),
    differs: 'Text messages to a PhoneNumber are refused.',
  },
  PublishBatch: all('TopicArn PublishBatchRequestEntries'),
  SetSubscriptionAttributes: {
    ...all('SubscriptionArn AttributeName AttributeValue'),
    differs: 'DeliveryPolicy and SubscriptionRoleArn are kept and change nothing.',
  },
  SetTopicAttributes: { ...all('TopicArn AttributeName AttributeValue'), differs: TOPIC_ATTRIBUTES },
  Subscribe: {
    ...all('TopicArn Protocol Endpoint Attributes'),
    withoutEffect: { ReturnSubscriptionArn: 'queues and functions need no confirmation, so the ARN is always told' },
    differs: 'Protocols other than sqs and lambda are refused.',
  },
  TagResource: all('ResourceArn Tags'),
  Unsubscribe: all('SubscriptionArn'),
  UntagResource: all('ResourceArn TagKeys'),
};
