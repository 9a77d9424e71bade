import { createHash, createHmac, randomBytes } from 'node:crypto';
import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import { transaction } from '../database.ts';
import type { SnsSubscription, SnsTopic } from '../fauxqs/sns-store.ts';
import { servicePrincipal } from '../iam/service-principal.ts';
import { withTrace } from '../sqs/message-traces.ts';
import type { Message } from './message.ts';
import type { Sns } from './sns.ts';

/**
 * Hands a message to every subscriber whose filter policy lets it pass: to all queues in one transaction, then to functions.
 * What an endpoint does not take goes to the dead-letter queue of its subscription, where it has one.
 */
export const deliver = async (sns: Sns, topic: SnsTopic, message: Message, trace?: string): Promise<void> => {
  const { sns: store, database } = sns.fauxqs;
  const subscriptions = topic.subscriptionArns
    .flatMap((arn) => store.subscriptions.get(arn) ?? [])
    .filter((each) => store.passes(each, textFor(message, each.protocol), message.attributes));
  const queues = subscriptions.filter(({ protocol }) => protocol === 'sqs');
  // What writes runs within this call: fauxqs never waits.
  await transaction(database, () => Promise.all(queues.map((each) => toQueue(sns, topic, message, each, trace))));
  for (const each of subscriptions.filter(({ protocol }) => protocol === 'lambda')) {
    const payload = JSON.stringify({ Records: [record(sns, topic, message, each)] });
    try {
      const input = { FunctionName: each.endpoint, InvocationType: 'Event', Payload: payload };
      await sns.cloud().call('lambda', 'Invoke', input, actingFor(sns, topic.arn), { trace });
    } catch {
      await toDeadLetters(sns, topic, each, payload);
    }
  }
};

/** SNS itself, on behalf of a topic. */
const actingFor = ({ accountId }: Sns, topicArn: string): Principal =>
  servicePrincipal('sns.amazonaws.com', topicArn, accountId);

const textFor = ({ texts }: Message, protocol: string): string => texts[protocol] ?? texts.default ?? '';

const toQueue = async (
  sns: Sns,
  topic: SnsTopic,
  message: Message,
  to: SnsSubscription,
  trace: string | undefined,
): Promise<void> => {
  const raw = to.attributes.RawMessageDelivery === 'true';
  const text = textFor(message, 'sqs');
  const body = raw ? text : JSON.stringify(envelope(sns, topic, message, to));
  const fifo = to.endpoint.endsWith('.fifo');
  try {
    const input = {
      MessageBody: body,
      ...(raw && Object.keys(message.attributes).length > 0 ? { MessageAttributes: message.attributes } : {}),
      ...(fifo && message.groupId !== undefined ? { MessageGroupId: message.groupId } : {}),
      ...(fifo && message.deduplicationId !== undefined ? { MessageDeduplicationId: message.deduplicationId } : {}),
    };
    await send(sns, topic, to.endpoint, withTrace(input, trace));
  } catch {
    await toDeadLetters(sns, topic, to, body);
  }
};

/** A dead-letter queue that is not there, or does not let SNS in, gets nothing: the message is lost, as on AWS. */
const toDeadLetters = async (
  sns: Sns,
  topic: SnsTopic,
  { attributes }: SnsSubscription,
  body: string,
): Promise<void> => {
  const { deadLetterTargetArn = '' } = JSON.parse(attributes.RedrivePolicy || '{}') as { deadLetterTargetArn?: string };
  try {
    await send(sns, topic, deadLetterTargetArn, { MessageBody: body });
  } catch (error) {
    if (!(error instanceof AwsError) && !(error instanceof Error && 'queryCode' in error)) throw error;
  }
};

const nameOf = (queueArn: string): string => queueArn.slice(queueArn.lastIndexOf(':') + 1);

/** Throws where the queue is not there or its policy does not let SNS in for the topic. */
const send = async (sns: Sns, topic: SnsTopic, queueArn: string, input: object): Promise<void> => {
  const { fauxqs, accountId } = sns;
  const permission = { action: 'sqs:SendMessage', resource: queueArn };
  const refused = sns.cloud().refusalOf('sqs', actingFor(sns, topic.arn), permission);
  if (refused) throw refused;
  const QueueUrl = `http://127.0.0.1/${accountId}/${nameOf(queueArn)}`;
  await fauxqs.sqs.actions.SendMessage?.({ QueueUrl, ...input }, fauxqs.sqs, { headers: {} });
};

/** What a queue gets that does not ask for the message alone. */
const envelope = (sns: Sns, topic: SnsTopic, message: Message, to: SnsSubscription): object => {
  const { Subject, MessageAttributes, SigningCertUrl, UnsubscribeUrl, ...notification } = notificationOf(
    sns,
    topic,
    message,
    to,
  );
  return {
    ...notification,
    ...(Subject === null ? {} : { Subject }),
    SigningCertURL: SigningCertUrl,
    UnsubscribeURL: UnsubscribeUrl,
    ...(Object.keys(MessageAttributes).length > 0 ? { MessageAttributes } : {}),
  };
};

/** What a function gets. @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
const record = (sns: Sns, topic: SnsTopic, message: Message, to: SnsSubscription): object => ({
  EventSource: 'aws:sns',
  EventVersion: '1.0',
  EventSubscriptionArn: to.arn,
  Sns: notificationOf(sns, topic, message, to),
});

const notificationOf = (sns: Sns, topic: SnsTopic, message: Message, { arn, protocol }: SnsSubscription) => {
  const attributes = Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    { Type: DataType, Value: StringValue ?? BinaryValue },
  ]);
  const endpoint = `https://sns.${sns.region}.amazonaws.com`;
  const Timestamp = new Date(sns.clock.now()).toISOString();
  const Message = textFor(message, protocol);
  return {
    Type: 'Notification',
    MessageId: message.id,
    ...(message.sequenceNumber === undefined ? {} : { SequenceNumber: message.sequenceNumber }),
    TopicArn: topic.arn,
    Subject: message.subject ?? null,
    Message,
    Timestamp,
    SignatureVersion: '1',
    Signature: sign([Message, message.id, message.subject ?? '', Timestamp, topic.arn]),
    SigningCertUrl: `${endpoint}/SimpleNotificationService-${CERTIFICATE}.pem`,
    UnsubscribeUrl: `${endpoint}/?Action=Unsubscribe&SubscriptionArn=${arn}`,
    MessageAttributes: Object.fromEntries(attributes) as Record<string, object>,
  };
};

/** The key of this run. Only AWS can sign as SNS, so a receiver that checks signatures is right to refuse these. */
const KEY = randomBytes(32);
const CERTIFICATE = createHash('md5').update(KEY).digest('hex');

const sign = (parts: readonly string[]): string => createHmac('sha256', KEY).update(parts.join('\n')).digest('base64');
