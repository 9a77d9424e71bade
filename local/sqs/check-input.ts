import { AwsError } from '../aws/error.ts';
import type { SqsQueue } from '../fauxqs/sqs-store.ts';

type Message = { Id?: string; DelaySeconds?: number; MessageDeduplicationId?: string };
type Input = Message & {
  QueueName?: string;
  Attributes?: Readonly<Record<string, string>>;
  MaxResults?: number;
  Entries?: readonly Message[];
};

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
const ATTRIBUTES = new Set([
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'DelaySeconds',
  'FifoQueue',
  'FifoThroughputLimit',
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'Policy',
  'ReceiveMessageWaitTimeSeconds',
  'RedriveAllowPolicy',
  'RedrivePolicy',
  'SqsManagedSseEnabled',
  'VisibilityTimeout',
]);

/** Longest delay of a message, in seconds, and most queues of a page. */
const LONGEST_DELAY = 900;
const LONGEST_PAGE = 1000;

const invalid = (value: unknown, parameter: string, reason: string): AwsError =>
  new AwsError('InvalidParameterValue', `Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`);

/** Throws for what SQS refuses and fauxqs takes: names, attributes and sizes that are none. */
export const checkInput = (operation: string, input: Input, queue: SqsQueue | undefined): void => {
  if (operation === 'CreateQueue') checkQueue(input);
  if (operation === 'SendMessage') checkMessage(input, queue);
  if (operation === 'ListQueues' && !within(input.MaxResults ?? 1, 1, LONGEST_PAGE))
    throw invalid(input.MaxResults, 'MaxResults', `MaxResults must be an integer between 1 and ${LONGEST_PAGE}.`);
};

/** The entries of a batch that may be sent, and what is answered of the others. */
export const sorted = (entries: readonly Message[], queue: SqsQueue | undefined) => {
  const good: Message[] = [];
  const failed: object[] = [];
  for (const entry of entries) {
    try {
      checkMessage(entry, queue);
      good.push(entry);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { good, failed };
};

const checkQueue = ({ QueueName = '', Attributes = {} }: Input): void => {
  if (!/^[\w-]{1,80}$/.test(QueueName.replace(/\.fifo$/, '')) || QueueName.length > 80)
    throw new AwsError(
      'InvalidParameterValue',
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    );
  const unknown = Object.keys(Attributes).find((name) => !ATTRIBUTES.has(name));
  if (unknown !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
};

const checkMessage = ({ DelaySeconds = 0, MessageDeduplicationId: id }: Message, queue: SqsQueue | undefined): void => {
  if (!within(DelaySeconds, 0, LONGEST_DELAY))
    throw invalid(DelaySeconds, 'DelaySeconds', `DelaySeconds must be >= 0 and <= ${LONGEST_DELAY}.`);
  if (id !== undefined && queue !== undefined && queue.attributes.FifoQueue !== 'true')
    throw invalid(id, 'MessageDeduplicationId', 'The request include parameter that is not valid for this queue type');
};

const within = (value: number | string, least: number, most: number): boolean =>
  Number.isInteger(Number(value)) && Number(value) >= least && Number(value) <= most;
