import type { Operation } from '../../aws/service.ts';
import { listOf } from '../input.ts';
import type { Sns } from '../sns.ts';
import { onTopic, topicOf } from '../topic.ts';

type Input = { ResourceArn?: string; Tags?: unknown };

export const tagResource = (sns: Sns): Operation => ({
  permissions: onTopic('TagResource', 'ResourceArn'),
  run({ ResourceArn, Tags }: Input) {
    const topic = topicOf(sns, ResourceArn, 'ResourceArn');
    for (const { Key, Value } of listOf<{ Key: string; Value: string }>(Tags)) topic.tags.set(Key, Value);
    sns.fauxqs.sns.saveTopic(topic);
    return {};
  },
});
