import type { Operation } from '../../aws/service.ts';
import { checkTopicAttribute } from '../attributes.ts';
import { translated } from '../errors.ts';
import { listOf, mapOf } from '../input.ts';
import type { Sns } from '../sns.ts';
import { invalidParameter, topicArn } from '../topic.ts';

type Input = { Name?: string; Attributes?: unknown; Tags?: unknown };

/** Creates a topic; one that is there already with the same attributes is answered as it is. */
export const createTopic = (sns: Sns): Operation => ({
  permissions: ({ Name = '' }: Input) => [{ action: 'sns:CreateTopic', resource: topicArn(sns, Name) }],
  run({ Name = '', Attributes, Tags }: Input) {
    const attributes = mapOf<string>(Attributes);
    const fifo = String(attributes.FifoTopic) === 'true';
    if (!/^[\w-]{1,256}$/.test(fifo ? Name.replace(/\.fifo$/, '') : Name)) throw invalidParameter('Topic Name');
    if (fifo && !Name.endsWith('.fifo'))
      throw invalidParameter(
        'Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long.',
      );
    for (const name of Object.keys(attributes)) checkTopicAttribute(name);
    const given = Object.entries({ ...(fifo && { ContentBasedDeduplication: 'false' }), ...attributes });
    const texts = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
    const tags = listOf<{ Key: string; Value: string }>(Tags).map(({ Key, Value }) => [Key, Value] as const);
    const { sns: store } = sns.fauxqs;
    const topic = translated(() => store.createTopic(Name, texts, Object.fromEntries(tags), sns.region));
    store.saveTopic(topic);
    return { TopicArn: topic.arn };
  },
});
