import type { FoundFunction } from '../functions.ts';
import type { Invoked } from '../host.ts';
import type { StreamRecord } from './stream-source.ts';

export type Discard = {
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  streamArn: string;
  shardId: string;
  records: readonly StreamRecord[];
  invokeCount: number;
  /** The last attempt, where there was one. */
  last?: { found: FoundFunction; result: Invoked };
  requestId: string;
  functionArn: string;
  now: number;
};

/** What the destination of failures is told of a batch that is given up. @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
export const failureRecord = (discard: Discard) => {
  const { condition, streamArn, shardId, records, invokeCount, last, requestId, functionArn, now } = discard;
  const [first, end] = [records[0], records.at(-1)];
  return {
    requestContext: {
      requestId: last?.result.requestId ?? requestId,
      functionArn,
      condition,
      approximateInvokeCount: invokeCount,
    },
    ...(last && {
      responseContext: {
        statusCode: 200,
        executedVersion: last.found.version,
        functionError: last.result.ok ? null : 'Unhandled',
      },
    }),
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: end?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(end),
      batchSize: records.length,
      streamArn,
    },
  };
};

/** Seconds are all that a stream tells. */
const arrival = (record: StreamRecord | undefined): string =>
  new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString().replace('.000Z', 'Z');
