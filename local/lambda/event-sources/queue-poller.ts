import { timesThrough } from '../../aws/lineage.ts';
import type { Principal } from '../../aws/principal.ts';
import type { Cloud } from '../../aws/service.ts';
import type { Clock } from '../../clock.ts';
import { readBatchAnswer } from './batch-response.ts';
import { compileFilters } from './filter.ts';
import type { Attempt, InvokeFunction } from './invoke.ts';
import { LARGEST_EVENT, type Mapping, type Tell } from './mapping.ts';
import { isClosing, pause } from './pause.ts';
import { type Message, queueRecord } from './queue-record.ts';

export type QueuePollerOptions = {
  cloud: Cloud;
  clock: Clock;
  region: string;
  mapping: Mapping;
  principal: () => Principal;
  invoke: InvokeFunction;
  tell: Tell;
  signal: AbortSignal;
};

/** Batches of one queue under way at once where the mapping names no number: those that Lambda starts with. */
const AT_ONCE = 5;

/** How long one look at a queue waits for a first message, in seconds. */
const LOOK_SECONDS = 20;

/** The most messages that one call receives or deletes. */
const MOST = 10;

/** Waits after a refusal and after throttling, in milliseconds. */
const AFTER_REFUSAL = 5000;
const AFTER_THROTTLING = 1000;

type Held = { message: Message; bytes: number };

/**
 * Brings a queue's messages to a function until `signal` aborts: what went through is deleted, what did not comes back when
 * its visibility timeout is over. No message is taken that no batch has room for. Resolves when nothing is under way.
 */
export const pollQueue = async (options: QueuePollerOptions): Promise<void> => {
  const { cloud, clock, region, mapping, principal, invoke, tell, signal } = options;
  const { uuid, sourceArn, batchSize, windowSeconds } = mapping;
  const matches = compileFilters(mapping.filters);
  const call = (operation: string, input: object): Promise<Record<string, unknown>> =>
    cloud.call('sqs', operation, { QueueUrl: sourceArn, ...input }, principal(), { signal });
  const underWay = new Set<Promise<void>>();

  const receive = async (most: number, WaitTimeSeconds: number): Promise<Held[]> => {
    const { Messages = [] } = (await call('ReceiveMessage', {
      MaxNumberOfMessages: Math.min(most, MOST),
      WaitTimeSeconds,
      AttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    })) as { Messages?: Message[] };
    const held = Messages.map((message) => ({ message, bytes: JSON.stringify(message).length }));
    const unwanted = held.filter(({ message }) => !matches(queueRecord(message, sourceArn, region)));
    // What no filter lets through is done with.
    await remove(unwanted.map(({ message }) => message));
    return held.filter((each) => !unwanted.includes(each));
  };

  const remove = async (messages: readonly Message[]): Promise<void> => {
    for (let at = 0; at < messages.length; at += MOST) {
      const Entries = messages
        .slice(at, at + MOST)
        .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      // Not given up when the mapping stops: the function is done with them.
      await cloud.call('sqs', 'DeleteMessageBatch', { QueueUrl: sourceArn, Entries }, principal());
    }
  };

  /** Waits for a first message, then gathers until the batch is full or its window is over. */
  const gather = async (): Promise<Held[]> => {
    const batch = await receive(batchSize, LOOK_SECONDS);
    const until = clock.now() + windowSeconds * 1000;
    const isFull = (): boolean =>
      batch.length >= batchSize ||
      batch.reduce((bytes, each) => bytes + each.bytes + ROOM, 0) > LARGEST_EVENT - LARGEST_PAGE;
    while (batch.length > 0 && !isFull() && !signal.aborted) {
      const left = until - clock.now();
      if (windowSeconds > 0 && left <= 0) break;
      const more = await receive(
        batchSize - batch.length,
        Math.min(LOOK_SECONDS, Math.max(0, Math.floor(left / 1000))),
      );
      batch.push(...more);
      if (windowSeconds === 0 && more.length === 0) break;
      // Less than a second is no long poll.
      if (more.length === 0 && left < 1000) await pause(clock, until, signal);
    }
    return batch;
  };

  const process = async (batch: readonly Message[]): Promise<void> => {
    const visible = clock.now() + (await visibilityOf(call)) * 1000;
    const event = { Records: batch.map((message) => queueRecord(message, sourceArn, region)) };
    const trace = longestTrace(batch, mapping.functionArn);
    let attempt = await invoke(mapping.functionArn, event, trace);
    // A message that stands in a loop comes back until its queue lets it go; the function is not invoked with it.
    while (isThrottled(attempt) && !signal.aborted && clock.now() + AFTER_THROTTLING < visible) {
      await pause(clock, clock.now() + AFTER_THROTTLING, signal);
      attempt = await invoke(mapping.functionArn, event, trace);
    }
    if ('refused' in attempt) tell(uuid, `PROBLEM: ${attempt.refused.message}`);
    if ('refused' in attempt || isClosing(signal)) return;
    const { result } = attempt;
    const answer = !result.ok
      ? 'failed'
      : mapping.reportFailures
        ? readBatchAnswer(result.payload, (id) => batch.some(({ MessageId }) => MessageId === id))
        : 'done';
    tell(uuid, answer === 'done' ? 'OK' : 'PROBLEM: Function call failed');
    if (answer === 'failed') return;
    await remove(answer === 'done' ? batch : batch.filter(({ MessageId }) => !answer.has(MessageId)));
  };

  while (!signal.aborted) {
    try {
      const batch = await gather();
      if (batch.length === 0) continue;
      // A message may be gone by then, or the role's right to delete it: it comes back, and the mapping tells.
      const run: Promise<void> = process(batch.map(({ message }) => message))
        .catch((error: Error) => tell(uuid, `PROBLEM: ${error.message}`))
        .finally(() => underWay.delete(run));
      underWay.add(run);
      if (underWay.size >= (mapping.maximumConcurrency ?? AT_ONCE)) await Promise.race(underWay);
    } catch (error) {
      tell(uuid, `PROBLEM: ${(error as Error).message}`);
      await pause(clock, clock.now() + AFTER_REFUSAL, signal);
    }
  }
  await Promise.all(underWay);
};

const isThrottled = (attempt: Attempt): boolean =>
  'refused' in attempt && attempt.refused.code !== 'RecursiveInvocationException';

/** The trace of a batch: that of the message that has come through the function most often. */
const longestTrace = (batch: readonly Message[], functionArn: string): string | undefined => {
  const traces = batch.flatMap(({ Attributes }) => Attributes?.AWSTraceHeader ?? []);
  const arn = functionArn.split(':').slice(0, 7).join(':');
  return traces.sort((one, other) => timesThrough(other, arn) - timesThrough(one, arn))[0];
};

/** Room for what a record says beyond its message, and for the next messages that one call receives, in bytes. */
const ROOM = 500;
const LARGEST_PAGE = 2 ** 20;

const visibilityOf = async (
  call: (operation: string, input: object) => Promise<Record<string, unknown>>,
): Promise<number> => {
  const { Attributes = {} } = (await call('GetQueueAttributes', { AttributeNames: ['VisibilityTimeout'] })) as {
    Attributes?: { VisibilityTimeout?: string };
  };
  return Number(Attributes.VisibilityTimeout ?? 30);
};
