import type { Operation } from '../../aws/service.ts';
import { checkSubscriptionAttribute } from '../attributes.ts';
import { translated } from '../errors.ts';
import type { Sns } from '../sns.ts';
import { onSubscription, subscriptionOf } from '../topic.ts';

type Input = { SubscriptionArn?: string; AttributeName?: string; AttributeValue?: string };

export const setSubscriptionAttributes = (sns: Sns): Operation => ({
  permissions: onSubscription(sns, 'SetSubscriptionAttributes'),
  run({ SubscriptionArn, AttributeName = '', AttributeValue = '' }: Input) {
    const subscription = subscriptionOf(sns, SubscriptionArn);
    translated(() => checkSubscriptionAttribute(sns, AttributeName, AttributeValue));
    subscription.attributes[AttributeName] = AttributeValue;
    sns.fauxqs.sns.saveSubscription(subscription);
    return {};
  },
});
