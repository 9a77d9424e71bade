import { AwsError } from '../aws/error.ts';
import type { Permission } from '../aws/service.ts';
import type { SnsSubscription, SnsTopic } from '../fauxqs/sns-store.ts';
import type { Sns } from './sns.ts';

export const invalidParameter = (what: string): AwsError =>
  new AwsError('InvalidParameter', `Invalid parameter: ${what}`);

export const topicArn = ({ region, accountId }: Sns, name: string): string =>
  `arn:aws:sns:${region}:${accountId}:${name}`;

/** The topic of an ARN. Throws `NotFound`, or `InvalidParameter` for what is no ARN of a topic. */
export const topicOf = ({ fauxqs }: Sns, arn: unknown, member = 'TopicArn'): SnsTopic => {
  if (typeof arn !== 'string' || !/^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w.-]+$/.test(arn)) throw invalidParameter(member);
  const topic = fauxqs.sns.topics.get(arn);
  if (!topic) throw new AwsError('NotFound', 'Topic does not exist', 404);
  return topic;
};

/** Throws `NotFound` for one that is not there. */
export const subscriptionOf = ({ fauxqs }: Sns, arn: unknown): SnsSubscription => {
  const subscription = fauxqs.sns.subscriptions.get(String(arn));
  if (!subscription) throw new AwsError('NotFound', 'Subscription does not exist', 404);
  return subscription;
};

/** Permissions on the topic that a member of the input names. */
export const onTopic =
  (action: string, member = 'TopicArn') =>
  (input: Readonly<Record<string, unknown>>): Permission[] => [
    { action: `sns:${action}`, resource: String(input[member] ?? '*') },
  ];

/** Permissions on the topic of the subscription that the input names. */
export const onSubscription =
  ({ fauxqs }: Sns, action: string) =>
  ({ SubscriptionArn }: { SubscriptionArn?: string }): Permission[] => [
    { action: `sns:${action}`, resource: fauxqs.sns.subscriptions.get(SubscriptionArn ?? '')?.topicArn ?? '*' },
  ];
