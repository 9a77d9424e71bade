import type { Operation } from '../../aws/service.ts';
import type { Sns } from '../sns.ts';
import { onTopic, topicOf } from '../topic.ts';

export const listTagsForResource = (sns: Sns): Operation => ({
  permissions: onTopic('ListTagsForResource', 'ResourceArn'),
  run({ ResourceArn }: { ResourceArn?: string }) {
    const { tags } = topicOf(sns, ResourceArn, 'ResourceArn');
    return { Tags: [...tags].map(([Key, Value]) => ({ Key, Value })) };
  },
});
