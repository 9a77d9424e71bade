import type { Operation } from '../aws/service.ts';
import type { SqsQueue } from '../fauxqs/sqs-store.ts';
import { awaitMessages } from './await-messages.ts';
import { queueName, queueUrl, type Sqs } from './create-sqs.ts';

type Input = {
  QueueUrl?: string;
  WaitTimeSeconds?: number;
  MessageAttributeNames?: string[];
  AttributeNames?: string[];
  MessageSystemAttributeNames?: string[];
};
type Received = {
  MessageId: string;
  Attributes?: Record<string, string>;
  MessageAttributes?: object;
  MD5OfMessageAttributes?: string;
};
type Output = { Messages?: Received[] };
type Translated = <T>(work: () => Promise<T> | T) => Promise<T>;

/** Longest wait for a first message, in seconds. */
const LONGEST_WAIT = 20;

/**
 * Receives in one transaction: a message that moves to its dead-letter queue is deleted and written anew, and a crash in
 * between must not lose it. Only the wait for a first message is outside, and goes by our clock. A caller that has hung up
 * gets nothing, so that no message hides for it.
 */
export const receiveMessage =
  (sqs: Sqs, translated: Translated): Operation['run'] =>
  async (input: Input, { signal }) => {
    const { fauxqs, clock } = sqs;
    const action = fauxqs.sqs.actions.ReceiveMessage;
    if (!action) throw new Error('fauxqs has no ReceiveMessage');
    const queue = fauxqs.sqs.getQueueByName(queueName(input.QueueUrl));
    const located = { ...input, QueueUrl: queueUrl(sqs, queueName(input.QueueUrl)) };
    const receive = async (WaitTimeSeconds = 0): Promise<Output> => {
      const output: Output = await translated(() => {
        if (queue) dropOld(sqs, queue);
        return fauxqs.sqs.keep(() => action({ ...located, WaitTimeSeconds }, fauxqs.sqs, { headers: {} }));
      });
      const told = withTraces(sqs, input, output);
      return input.MessageAttributeNames?.length ? told : withoutAttributes(told);
    };
    const seconds = input.WaitTimeSeconds ?? Number(queue?.attributes.ReceiveMessageWaitTimeSeconds ?? 0);
    // One out of range is refused by the action itself.
    if (!(seconds >= 0 && seconds <= LONGEST_WAIT)) return receive(seconds);
    const until = clock.now() + seconds * 1000;
    for (;;) {
      const output = signal?.aborted ? {} : await receive();
      if (output.Messages || !queue || clock.now() >= until || signal?.aborted) return output;
      await awaitMessages(clock, queue, until, signal);
    }
  };

/** Adds the trace headers that messages were sent with, where the caller asks for them. */
const withTraces = ({ fauxqs }: Sqs, input: Input, output: Output): Output => {
  const { AttributeNames = [], MessageSystemAttributeNames = [] } = input;
  const asked = [...AttributeNames, ...MessageSystemAttributeNames];
  if (!output.Messages || !asked.some((name) => name === 'All' || name === 'AWSTraceHeader')) return output;
  return {
    Messages: output.Messages.map((message) => {
      const trace = fauxqs.sqs.traces.of(message.MessageId);
      return trace === undefined
        ? message
        : { ...message, Attributes: { ...message.Attributes, AWSTraceHeader: trace } };
    }),
  };
};

/** Attributes of messages are told to who names them. */
const withoutAttributes = ({ Messages }: Output): Output => ({
  Messages: Messages?.map(({ MessageAttributes: _, MD5OfMessageAttributes: __, ...message }) => message),
});

/** Shows what is hidden no longer, and lets messages go that are older than the queue keeps them, which fauxqs does not do. */
export const dropOld = ({ fauxqs, clock }: Sqs, queue: SqsQueue): void => {
  fauxqs.sqs.processTimers(queue);
  const oldest = clock.now() - Number(queue.attributes.MessageRetentionPeriod) * 1000;
  for (const message of [queue.messages, ...queue.fifoMessages.values()].flat()) {
    if (message.sentTimestamp < oldest) fauxqs.sqs.dropMessage(queue, message);
  }
};
