import type { Operation } from '../../aws/service.ts';
import { deliver } from '../deliver.ts';
import { type MessageInput, readMessage } from '../message.ts';
import type { Sns } from '../sns.ts';
import { invalidParameter, topicOf } from '../topic.ts';

type Input = MessageInput & { TopicArn?: string; TargetArn?: string; PhoneNumber?: string };

/** Publishes to a topic; when it answers, every queue has the message. */
export const publish = (sns: Sns): Operation => ({
  permissions: ({ TopicArn, TargetArn }: Input) => [
    { action: 'sns:Publish', resource: String(TopicArn ?? TargetArn ?? '*') },
  ],
  async run({ TopicArn, TargetArn, PhoneNumber, ...input }: Input, { trace }) {
    if (PhoneNumber !== undefined)
      throw invalidParameter('PhoneNumber Reason: the embedded runtime sends no text messages; name a TopicArn');
    const topic = topicOf(sns, TopicArn ?? TargetArn);
    const message = readMessage(sns, topic, input);
    await deliver(sns, topic, message, trace);
    const { id, sequenceNumber } = message;
    return { MessageId: id, ...(sequenceNumber === undefined ? {} : { SequenceNumber: sequenceNumber }) };
  },
});
