import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { backOff } from '../../durable-queue/durable-queue.ts';
import { readBatchAnswer } from './batch-response.ts';
import { type Discard, failureRecord } from './failure-record.ts';
import type { Attempt, InvokeFunction } from './invoke.ts';
import type { Mapping, Tell } from './mapping.ts';
import { isClosing, pause } from './pause.ts';
import type { StreamRecord } from './stream-source.ts';

/** Waits between attempts at a batch, in milliseconds, doubled each time between these; AWS tells no figures. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

export type StreamBatches = {
  clock: Clock;
  invoke: InvokeFunction;
  tell: Tell;
  /** Keeps a record for the destination within the caller's transaction; answers what starts sending it afterwards. */
  toDestination: (mapping: Mapping, record: ReturnType<typeof failureRecord>, event: object) => () => void;
};

/** Notes records as done for ever; `write` is part of the same transaction, and what it answers runs after that. */
export type Finish = (records: readonly StreamRecord[], write?: () => () => void) => void;

/** Records that are tried together, and how often they have been. */
type Work = { records: readonly StreamRecord[]; retries: number; invocations: number; last?: Discard['last'] };

/**
 * Brings a batch through its function: retried while the mapping allows, split where it says so, begun again at the first
 * record that the function names, and given up to the destination of failures in the end. Resolves when every record is
 * done, or the mapping stops.
 */
export const processBatch = async (
  { clock, invoke, tell, toDestination }: StreamBatches,
  mapping: Mapping,
  shardId: string,
  batch: readonly StreamRecord[],
  finish: Finish,
  signal: AbortSignal,
): Promise<void> => {
  const { uuid, sourceArn: streamArn, functionArn, maximumRetries, maximumAgeSeconds } = mapping;
  const todo: Work[] = [{ records: batch, retries: 0, invocations: 0 }];

  const discard = ({ records, invocations, last }: Work, condition: Discard['condition']): void => {
    if (mapping.onFailure === undefined) {
      finish(records);
      return;
    }
    const about = { streamArn, shardId, records, functionArn: qualified(functionArn), requestId: randomUUID() };
    const record = failureRecord({ ...about, condition, invokeCount: invocations, last, now: clock.now() });
    finish(records, () => toDestination(mapping, record, eventOf(mapping, records)));
  };
  const isOld = ({ dynamodb }: StreamRecord): boolean =>
    maximumAgeSeconds >= 0 && clock.now() - dynamodb.ApproximateCreationDateTime * 1000 > maximumAgeSeconds * 1000;

  for (let work = todo.shift(); work && !signal.aborted; work = todo.shift()) {
    const fresh = work.records.findIndex((record) => !isOld(record));
    if (fresh !== 0) {
      const end = fresh < 0 ? work.records.length : fresh;
      discard({ ...work, records: work.records.slice(0, end) }, 'RecordAgeExceeded');
      if (fresh > 0) todo.unshift({ ...work, records: work.records.slice(fresh) });
      continue;
    }
    const attempt = await invoke(functionArn, eventOf(mapping, work.records));
    if (isClosing(signal)) return;
    if ('refused' in attempt) {
      tell(uuid, `PROBLEM: ${attempt.refused.message}`);
      todo.unshift(work);
      await pause(clock, clock.now() + backOff(1 + work.invocations, FIRST_WAIT, LONGEST_WAIT), signal);
      continue;
    }
    const tried: Work = { ...work, invocations: work.invocations + 1, last: attempt };
    const left = leftOver(mapping, work.records, attempt);
    tell(uuid, left.length === 0 ? 'OK' : 'PROBLEM: Function call failed');
    const done = work.records.slice(0, work.records.length - left.length);
    if (done.length > 0) finish(done);
    if (left.length === 0) continue;
    // Records behind those that went through are a batch of their own.
    const retries = done.length > 0 ? 0 : work.retries;
    if (mapping.bisect && left.length > 1) {
      const middle = Math.ceil(left.length / 2);
      const halves = [left.slice(0, middle), left.slice(middle)];
      todo.unshift(...halves.map((records) => ({ ...tried, records, retries })));
    } else if (maximumRetries >= 0 && retries >= maximumRetries) {
      discard({ ...tried, records: left }, 'RetryAttemptsExhausted');
      continue;
    } else {
      todo.unshift({ ...tried, records: left, retries: retries + 1 });
    }
    await pause(clock, clock.now() + backOff(tried.invocations, FIRST_WAIT, LONGEST_WAIT), signal);
  }
};

/** The records that are not done: none, all, or those from the lowest on that the function names. */
const leftOver = (
  mapping: Mapping,
  records: readonly StreamRecord[],
  { result }: Exclude<Attempt, { refused: unknown }>,
): readonly StreamRecord[] => {
  if (!result.ok) return records;
  if (!mapping.reportFailures) return [];
  const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const answer = readBatchAnswer(result.payload, (identifier) => numbers.includes(identifier));
  if (answer === 'done') return [];
  return answer === 'failed' ? records : records.slice(numbers.findIndex((number) => answer.has(number)));
};

const eventOf = ({ sourceArn }: Mapping, records: readonly StreamRecord[]): object => ({
  Records: records.map((record) => ({ ...record, eventSourceARN: sourceArn })),
});

/** Records tell the version or alias that was asked for, `$LATEST` where none was. */
const qualified = (functionArn: string): string =>
  functionArn.split(':').length > 7 ? functionArn : `${functionArn}:$LATEST`;
