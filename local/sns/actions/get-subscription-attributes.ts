import type { Operation } from '../../aws/service.ts';
import type { Sns } from '../sns.ts';
import { onSubscription, subscriptionOf } from '../topic.ts';

export const getSubscriptionAttributes = (sns: Sns): Operation => ({
  permissions: onSubscription(sns, 'GetSubscriptionAttributes'),
  run({ SubscriptionArn }: { SubscriptionArn?: string }) {
    const { arn, topicArn, protocol, endpoint, attributes } = subscriptionOf(sns, SubscriptionArn);
    return {
      Attributes: {
        SubscriptionArn: arn,
        TopicArn: topicArn,
        Protocol: protocol,
        Endpoint: endpoint,
        Owner: sns.accountId,
        ConfirmationWasAuthenticated: 'true',
        PendingConfirmation: 'false',
        RawMessageDelivery: 'false',
        ...attributes,
      },
    };
  },
});
