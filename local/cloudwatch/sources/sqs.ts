import type { Clock, Timer } from '../../clock.ts';
import type { SqsAction, SqsQueue, SqsStore } from '../../fauxqs/sqs-store.ts';
import type { Metrics } from '../cloudwatch.ts';
import { MINUTE } from '../metrics/metric.ts';

type Batch = { Entries?: unknown[]; QueueUrl?: string; Successful?: unknown[]; Messages?: unknown[] };

/** What an action counts, and how many of it its input and output have. */
const COUNTED: Readonly<Record<string, (output: Batch) => readonly [metric: string, count: number]>> = {
  SendMessage: () => ['NumberOfMessagesSent', 1],
  SendMessageBatch: ({ Successful }) => ['NumberOfMessagesSent', Successful?.length ?? 0],
  ReceiveMessage: ({ Messages }) => ['NumberOfMessagesReceived', Messages?.length ?? 0],
  DeleteMessage: () => ['NumberOfMessagesDeleted', 1],
  DeleteMessageBatch: ({ Successful }) => ['NumberOfMessagesDeleted', Successful?.length ?? 0],
};

/**
 * The numbers of `AWS/SQS`, by queue. What is in the queues is noted when a minute ends, for as long as there is something
 * in one of them, and once more when all are empty.
 */
export const sqsMetrics = ({ sqs, clock, metrics }: { sqs: SqsStore; clock: Clock; metrics: Pick<Metrics, 'put'> }) => {
  let timer: Timer | undefined;
  let running = false;
  const queues = async (): Promise<SqsQueue[]> => {
    const listed = await sqs.actions.ListQueues?.({}, sqs, { headers: { host: 'localhost' } });
    const { QueueUrls = [] } = (listed ?? {}) as { QueueUrls?: string[] };
    return QueueUrls.flatMap((url) => sqs.getQueueByName(url.slice(url.lastIndexOf('/') + 1)) ?? []);
  };
  const arm = (): void => {
    if (!running || timer) return;
    timer = clock.at((Math.floor(clock.now() / MINUTE) + 1) * MINUTE, () => {
      timer = undefined;
      void sample();
    });
  };
  /** Puts what is in the queues down for the minute that has just ended. */
  const sample = async (): Promise<void> => {
    let left = false;
    for (const queue of await queues()) left = gauge(queue) || left;
    if (left) arm();
  };
  const gauge = (queue: SqsQueue): boolean => {
    const put = (name: string, value: number, unit = 'Count'): void =>
      metrics.put('AWS/SQS', name, { QueueName: queue.name }, value, unit, clock.now() - 1);
    const waiting = [...queue.messages, ...[...queue.fifoMessages.values()].flat()];
    const delayed = queue.delayedMessages.length + [...queue.fifoDelayed.values()].flat().length;
    const hidden = [...queue.inflightMessages.values()].map(({ message }) => message);
    const oldest = [...waiting, ...hidden].reduce(
      (first, { sentTimestamp }) => Math.min(first, sentTimestamp),
      clock.now(),
    );
    put('ApproximateNumberOfMessagesVisible', waiting.length);
    put('ApproximateNumberOfMessagesNotVisible', hidden.length);
    put('ApproximateNumberOfMessagesDelayed', delayed);
    put('ApproximateAgeOfOldestMessage', Math.floor((clock.now() - oldest) / 1000), 'Seconds');
    return waiting.length + hidden.length + delayed > 0;
  };
  /** The action, counted. */
  const counted =
    (name: string, action: SqsAction): SqsAction =>
    (input, store, request) => {
      const note = (output: object): object => {
        const [metric, count] = COUNTED[name]?.(output as Batch) ?? ['', 0];
        const QueueName =
          String((input as Batch).QueueUrl)
            .split('/')
            .at(-1) ?? '';
        if (count > 0) {
          metrics.put('AWS/SQS', metric, { QueueName }, count, 'Count');
          arm();
        }
        return output;
      };
      const output = action(input, store, request);
      return output instanceof Promise ? output.then(note) : note(output);
    };
  for (const name of Object.keys(COUNTED)) {
    const action = sqs.actions[name];
    if (action) (sqs.actions as Record<string, SqsAction>)[name] = counted(name, action);
  }
  return {
    /** Begins to note what is in the queues. */
    start(): void {
      running = true;
      arm();
    },
    stop(): void {
      running = false;
      timer?.cancel();
      timer = undefined;
    },
  };
};
