import type { Operation } from '../../aws/service.ts';
import { transaction } from '../../database.ts';
import type { Sns } from '../sns.ts';
import { onTopic } from '../topic.ts';

/** Deletes a topic with its subscriptions. One that is not there is deleted already. */
export const deleteTopic = ({ fauxqs }: Sns): Operation => ({
  permissions: onTopic('DeleteTopic'),
  run({ TopicArn = '' }: { TopicArn?: string }) {
    transaction(fauxqs.database, () => fauxqs.sns.deleteTopic(TopicArn));
    return {};
  },
});
