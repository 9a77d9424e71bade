import { randomUUID } from 'node:crypto';
import type { SnsAttribute, SnsTopic } from '../fauxqs/sns-store.ts';
import { mapOf } from './input.ts';
import type { Sns } from './sns.ts';
import { invalidParameter } from './topic.ts';

/** What `Publish` and each entry of `PublishBatch` carry. */
export type MessageInput = {
  Message?: string;
  Subject?: string;
  MessageStructure?: string;
  MessageAttributes?: unknown;
  MessageGroupId?: string;
  MessageDeduplicationId?: string;
};

export type Message = {
  id: string;
  /** The text by protocol; `default` where a protocol has none of its own. */
  texts: Readonly<Record<string, string>>;
  subject?: string;
  attributes: Readonly<Record<string, SnsAttribute>>;
  groupId?: string;
  deduplicationId?: string;
  /** Of messages of FIFO topics; each is larger than those before. */
  sequenceNumber?: string;
};

/** Largest message with its attributes, in bytes. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const LARGEST = 262_144;

let published = 0n;

/** Reads a message. Throws `InvalidParameter` where SNS would not take it. */
export const readMessage = ({ clock }: Sns, topic: SnsTopic, input: MessageInput): Message => {
  const { Message: text, Subject, MessageStructure, MessageGroupId, MessageDeduplicationId } = input;
  if (typeof text !== 'string' || text === '') throw invalidParameter('Empty message');
  const attributes = mapOf<SnsAttribute>(input.MessageAttributes);
  const attributesSize = Object.entries(attributes).map(([name, { DataType, StringValue = '', BinaryValue = '' }]) =>
    Buffer.byteLength(name + DataType + StringValue + BinaryValue),
  );
  if (attributesSize.reduce((sum, size) => sum + size, Buffer.byteLength(text)) > LARGEST)
    throw invalidParameter('Message too long');
  const fifo = topic.attributes.FifoTopic === 'true';
  if (fifo && !MessageGroupId) throw invalidParameter('The MessageGroupId parameter is required for FIFO topics');
  if (fifo && !MessageDeduplicationId && topic.attributes.ContentBasedDeduplication !== 'true') {
    throw invalidParameter(
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  published += 1n;
  return {
    id: randomUUID(),
    texts: MessageStructure === 'json' ? textsOf(text) : { default: text },
    ...(Subject === undefined ? {} : { subject: Subject }),
    attributes,
    ...(MessageGroupId === undefined ? {} : { groupId: MessageGroupId }),
    ...(MessageDeduplicationId === undefined ? {} : { deduplicationId: MessageDeduplicationId }),
    ...(fifo ? { sequenceNumber: String(10n ** 19n + BigInt(clock.now()) * 1000n + published) } : {}),
  };
};

const textsOf = (text: string): Record<string, string> => {
  let texts: Record<string, string>;
  try {
    texts = JSON.parse(text) as Record<string, string>;
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse');
  }
  if (typeof texts?.default !== 'string')
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  return texts;
};
