import type { Operation } from '../../aws/service.ts';
import type { Sns } from '../sns.ts';
import { onTopic, topicOf } from '../topic.ts';

export const getTopicAttributes = (sns: Sns): Operation => ({
  permissions: onTopic('GetTopicAttributes'),
  run({ TopicArn }: { TopicArn?: string }) {
    const topic = topicOf(sns, TopicArn);
    return {
      Attributes: {
        TopicArn: topic.arn,
        Owner: sns.accountId,
        DisplayName: '',
        SubscriptionsConfirmed: String(topic.subscriptionArns.length),
        SubscriptionsPending: '0',
        SubscriptionsDeleted: '0',
        ...topic.attributes,
      },
    };
  },
});
