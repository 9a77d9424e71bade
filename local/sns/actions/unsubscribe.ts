import type { Operation } from '../../aws/service.ts';
import { transaction } from '../../database.ts';
import type { Sns } from '../sns.ts';
import { onSubscription } from '../topic.ts';

/** Ends a subscription. One that is not there has ended already. */
export const unsubscribe = (sns: Sns): Operation => ({
  permissions: onSubscription(sns, 'Unsubscribe'),
  run({ SubscriptionArn = '' }: { SubscriptionArn?: string }) {
    transaction(sns.fauxqs.database, () => sns.fauxqs.sns.unsubscribe(SubscriptionArn));
    return {};
  },
});
