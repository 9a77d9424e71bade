import type { Operation } from '../aws/service.ts';
import { transaction } from '../database.ts';
import type { SqsQueue } from '../fauxqs.ts';
import { queueName, queueUrl, type Sqs } from './create-sqs.ts';

type Input = { QueueUrl?: string; WaitTimeSeconds?: number };
type Translated = <T>(work: () => Promise<T> | T) => Promise<T>;

/**
 * Receives in one transaction: a message that moves to its dead-letter queue is deleted and written anew, and a crash in
 * between must not lose it. Only the wait for a first message is outside.
 */
export const receiveMessage =
  (sqs: Sqs, translated: Translated): Operation['run'] =>
  async (input: Input) => {
    const { fauxqs } = sqs;
    const action = fauxqs.sqs.actions.ReceiveMessage;
    if (!action) throw new Error('fauxqs has no ReceiveMessage');
    const queue = fauxqs.sqs.getQueueByName(queueName(input.QueueUrl));
    const located = { ...input, QueueUrl: queueUrl(sqs, queueName(input.QueueUrl)) };
    const receive = (): Promise<object> =>
      translated(() => {
        if (queue) dropOld(sqs, queue);
        // Up to its first await, which it reaches only where it waits, the action runs within this call.
        return transaction(fauxqs.database, () =>
          action({ ...located, WaitTimeSeconds: 0 }, fauxqs.sqs, { headers: {} }),
        );
      });
    const first = await receive();
    const seconds = input.WaitTimeSeconds ?? Number(queue?.attributes.ReceiveMessageWaitTimeSeconds ?? 0);
    if (!queue || seconds <= 0 || (first as { Messages?: unknown }).Messages) return first;
    await queue.waitForMessages(Math.min(seconds, 20));
    return receive();
  };

/** Lets messages go that are older than the queue keeps them, which fauxqs does not do. */
const dropOld = ({ fauxqs, clock }: Sqs, queue: SqsQueue): void => {
  queue.processTimers();
  const oldest = clock.now() - Number(queue.attributes.MessageRetentionPeriod) * 1000;
  for (const message of queue.messages.filter(({ sentTimestamp }) => sentTimestamp < oldest)) {
    fauxqs.sqs.dropMessage(queue, message);
  }
};
