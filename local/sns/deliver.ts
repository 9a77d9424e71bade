import { transaction } from '../database.ts';
import type { SnsSubscription, SnsTopic } from '../fauxqs.ts';
import type { Message } from './message.ts';
import type { Sns } from './sns.ts';

/**
 * Hands a message to every subscriber whose filter policy lets it pass: to all queues in one transaction, then to functions.
 * What an endpoint does not take goes to the dead-letter queue of its subscription, where it has one.
 */
export const deliver = async (sns: Sns, topic: SnsTopic, message: Message): Promise<void> => {
  const { sns: store, database } = sns.fauxqs;
  const subscriptions = topic.subscriptionArns
    .flatMap((arn) => store.subscriptions.get(arn) ?? [])
    .filter((each) => store.passes(each, textFor(message, each.protocol), message.attributes));
  const queues = subscriptions.filter(({ protocol }) => protocol === 'sqs');
  // What writes runs within this call: fauxqs never waits.
  await transaction(database, () => Promise.all(queues.map((each) => toQueue(sns, topic, message, each))));
  for (const each of subscriptions.filter(({ protocol }) => protocol === 'lambda')) {
    const payload = JSON.stringify({ Records: [record(sns, topic, message, each)] });
    try {
      await sns.invoke(each.endpoint, payload, topic.arn);
    } catch {
      await toDeadLetters(sns, each, payload);
    }
  }
};

const textFor = ({ texts }: Message, protocol: string): string => texts[protocol] ?? texts.default ?? '';

const toQueue = async (sns: Sns, topic: SnsTopic, message: Message, to: SnsSubscription): Promise<void> => {
  const raw = to.attributes.RawMessageDelivery === 'true';
  const text = textFor(message, 'sqs');
  const body = raw ? text : JSON.stringify(envelope(sns, topic, message, to));
  const fifo = to.endpoint.endsWith('.fifo');
  try {
    await send(sns, to.endpoint, {
      MessageBody: body,
      ...(raw && Object.keys(message.attributes).length > 0 ? { MessageAttributes: message.attributes } : {}),
      ...(fifo && message.groupId !== undefined ? { MessageGroupId: message.groupId } : {}),
      ...(fifo && message.deduplicationId !== undefined ? { MessageDeduplicationId: message.deduplicationId } : {}),
    });
  } catch {
    await toDeadLetters(sns, to, body);
  }
};

const toDeadLetters = async (sns: Sns, { attributes }: SnsSubscription, body: string): Promise<void> => {
  const { deadLetterTargetArn = '' } = JSON.parse(attributes.RedrivePolicy || '{}') as { deadLetterTargetArn?: string };
  if (sns.fauxqs.sqs.getQueueByName(nameOf(deadLetterTargetArn)))
    await send(sns, deadLetterTargetArn, { MessageBody: body });
};

const nameOf = (queueArn: string): string => queueArn.slice(queueArn.lastIndexOf(':') + 1);

const send = async ({ fauxqs, accountId }: Sns, queueArn: string, input: object): Promise<void> => {
  const QueueUrl = `http://127.0.0.1/${accountId}/${nameOf(queueArn)}`;
  await fauxqs.sqs.actions.SendMessage?.({ QueueUrl, ...input }, fauxqs.sqs, { headers: {} });
};

/** What a queue gets that does not ask for the message alone. Signatures are not made: nothing here checks them. */
const envelope = (sns: Sns, topic: SnsTopic, message: Message, { arn, protocol }: SnsSubscription): object => {
  const attributes = Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    { Type: DataType, Value: StringValue ?? BinaryValue },
  ]);
  return {
    Type: 'Notification',
    MessageId: message.id,
    ...(message.sequenceNumber === undefined ? {} : { SequenceNumber: message.sequenceNumber }),
    TopicArn: topic.arn,
    ...(message.subject === undefined ? {} : { Subject: message.subject }),
    Message: textFor(message, protocol),
    Timestamp: new Date(sns.clock.now()).toISOString(),
    UnsubscribeURL: `https://sns.${sns.region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${arn}`,
    ...(attributes.length > 0 ? { MessageAttributes: Object.fromEntries(attributes) } : {}),
  };
};

/** What a function gets. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
const record = (sns: Sns, topic: SnsTopic, message: Message, to: SnsSubscription): object => ({
  EventSource: 'aws:sns',
  EventVersion: '1.0',
  EventSubscriptionArn: to.arn,
  Sns: { Subject: null, MessageAttributes: {}, ...envelope(sns, topic, message, to) },
});
