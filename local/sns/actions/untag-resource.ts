import type { Operation } from '../../aws/service.ts';
import { listOf } from '../input.ts';
import type { Sns } from '../sns.ts';
import { onTopic, topicOf } from '../topic.ts';

type Input = { ResourceArn?: string; TagKeys?: unknown };

export const untagResource = (sns: Sns): Operation => ({
  permissions: onTopic('UntagResource', 'ResourceArn'),
  run({ ResourceArn, TagKeys }: Input) {
    const topic = topicOf(sns, ResourceArn, 'ResourceArn');
    for (const key of listOf<string>(TagKeys)) topic.tags.delete(key);
    sns.fauxqs.sns.saveTopic(topic);
    return {};
  },
});
