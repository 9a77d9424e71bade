import type { Operation } from '../../aws/service.ts';
import { checkTopicAttribute } from '../attributes.ts';
import type { Sns } from '../sns.ts';
import { onTopic, topicOf } from '../topic.ts';

type Input = { TopicArn?: string; AttributeName?: string; AttributeValue?: string };

export const setTopicAttributes = (sns: Sns): Operation => ({
  permissions: onTopic('SetTopicAttributes'),
  run({ TopicArn, AttributeName = '', AttributeValue = '' }: Input) {
    const topic = topicOf(sns, TopicArn);
    checkTopicAttribute(AttributeName);
    topic.attributes[AttributeName] = AttributeValue;
    sns.fauxqs.sns.saveTopic(topic);
    return {};
  },
});
