import type { Message } from '@aws-sdk/client-sqs';
import { objectIn } from '@marquee/ui/json-object.ts';
import { type BusEvent, readEvent } from '../events/event.ts';
import type { Queue } from '../system/system.ts';

/** Who wrote a dead letter: a rule of EventBridge, a schedule, Lambda for a function or for a stream, or the relay of the content table. */
export type LetterKind = 'rule' | 'schedule' | 'function' | 'stream' | 'record' | 'unknown';

export type Letter = {
  id: string;
  queue: Queue;
  kind: LetterKind;
  /** When it was sent to the queue, in milliseconds since 1970. */
  sentAt: number;
  /** How often anybody has looked at it. */
  receives: number;
  /** What SQS takes to delete it, while it is hidden from others. */
  handle: string;
  hiddenUntil: number;
  /** As it lies in the queue. */
  body: string;
  /** AWS's own name of what went wrong. */
  error: string;
  /** What AWS or the function says about it. */
  reason: string;
  /** How often delivery was tried. */
  attempts?: number;
  /** Why no more was tried: `MaximumRetryAttempts`. */
  exhausted?: string;
  ruleArn?: string;
  scheduleArn?: string;
  /** What did not take it. */
  targetArn?: string;
  /** What the target is to get again, as JSON; of a rule the event itself. Undefined where the message does not hold it. */
  payload?: string;
  /** The event that it is about. */
  event?: BusEvent;
  subject: string;
};

type Json = Record<string, unknown>;

const member = (value: Json, name: string): Json => {
  const found = value[name];
  return found !== null && typeof found === 'object' ? (found as Json) : {};
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const numberOf = (value: unknown): number | undefined => {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
};

type Told = Pick<Letter, 'kind' | 'error' | 'reason'> &
  Partial<Pick<Letter, 'attempts' | 'exhausted' | 'ruleArn' | 'scheduleArn' | 'targetArn' | 'payload'>>;

/** Without a version: `…:function:name:$LATEST` is called as the function itself. */
const callable = (arn: string | undefined): string | undefined => arn?.replace(/:\$LATEST$/, '');

const fromEventBridge = (attributes: Readonly<Record<string, string>>, body: string): Told => ({
  kind: attributes.SCHEDULE_ARN === undefined ? 'rule' : 'schedule',
  error: attributes.ERROR_CODE ?? 'UNKNOWN',
  reason: attributes.ERROR_MESSAGE ?? '',
  ...defined({
    // The first try is no retry.
    attempts: attributes.RETRY_ATTEMPTS === undefined ? undefined : (numberOf(attributes.RETRY_ATTEMPTS) ?? 0) + 1,
    exhausted: attributes.EXHAUSTED_RETRY_CONDITION,
    ruleArn: attributes.RULE_ARN,
    scheduleArn: attributes.SCHEDULE_ARN,
    targetArn: attributes.TARGET_ARN,
  }),
  payload: body,
});

const fromLambda = (record: Json): Told => {
  const context = member(record, 'requestContext');
  const answer = member(record, 'responsePayload');
  const condition = textOf(context.condition) ?? 'Unknown';
  const isStream = record.DDBStreamBatchInfo !== undefined || record.KinesisBatchInfo !== undefined;
  return {
    kind: isStream ? 'stream' : 'function',
    error: textOf(answer.errorType) ?? condition,
    reason: textOf(answer.errorMessage) ?? '',
    exhausted: condition,
    ...defined({
      attempts: numberOf(context.approximateInvokeCount),
      targetArn: callable(textOf(context.functionArn)),
      payload: record.requestPayload === undefined ? undefined : JSON.stringify(record.requestPayload),
    }),
  };
};

const defined = <T extends object>(values: T): { [Name in keyof T]?: NonNullable<T[Name]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: NonNullable<T[Name]>;
  };

const tell = (attributes: Readonly<Record<string, string>>, body: string): Told => {
  if (attributes.RULE_ARN !== undefined || attributes.SCHEDULE_ARN !== undefined || attributes.ERROR_CODE !== undefined)
    return fromEventBridge(attributes, body);
  const read = objectIn(body);
  if (read.requestContext !== undefined) return fromLambda(read);
  if (typeof read.reason === 'string' && read.record !== undefined)
    return {
      ...{ kind: 'record', error: 'SetAside', reason: read.reason },
      payload: JSON.stringify({ Records: [read.record] }),
    };
  return { kind: 'unknown', error: 'UNKNOWN', reason: 'Nothing of the message says why it is here.' };
};

/** Reads a message of a dead-letter queue, whoever wrote it. What it is about is told by the event in it, where there is one. */
export const readLetter = (message: Message, queue: Queue, hiddenUntil: number): Letter => {
  const { MessageId = '', ReceiptHandle = '', Body = '', Attributes = {}, MessageAttributes = {} } = message;
  const values = Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue]),
  );
  const told = tell(values, Body);
  const sentAt = numberOf(Attributes.SentTimestamp) ?? 0;
  const event = told.payload === undefined ? undefined : readEvent(told.payload, sentAt, MessageId);
  return {
    ...{ id: MessageId, queue, handle: ReceiptHandle, hiddenUntil, body: Body, sentAt },
    receives: numberOf(Attributes.ApproximateReceiveCount) ?? 1,
    ...told,
    ...(event && { event }),
    subject: event ? subjectOfEvent(event, told.payload ?? '') : subjectOfPart(told, Body),
  };
};

/** Events of AWS's own name what they are about in members of their own. */
const subjectOfEvent = ({ subject, detailType, source }: BusEvent, text: string): string => {
  if (source !== 'aws.s3') return subject.label;
  const key = textOf(member(member(objectIn(text), 'detail'), 'object').key);
  return key?.split('/').at(-1) ?? detailType;
};

const subjectOfPart = ({ kind }: Told, body: string): string => {
  const read = objectIn(body);
  if (kind === 'stream') {
    const { batchSize } = member(read, 'DDBStreamBatchInfo');
    return `${batchSize ?? '?'} records of a table's stream`;
  }
  if (kind === 'record') return `A record of the content table`;
  if (kind === 'schedule') return 'A scheduled event';
  return 'A message';
};
