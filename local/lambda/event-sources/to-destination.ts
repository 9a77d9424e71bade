import { randomUUID } from 'node:crypto';
import type { Destinations } from '../destinations.ts';
import type { failureRecord } from './failure-record.ts';
import type { Mapping } from './mapping.ts';

/** Keeps a record for the destination of failures within the caller's transaction; a bucket also gets the event itself. */
export const toFailureDestination = (
  destinations: Destinations,
  { uuid, onFailure = '', functionArn }: Mapping,
  record: ReturnType<typeof failureRecord>,
  event: object,
): (() => void) => {
  const toBucket = onFailure.split(':')[2] === 's3';
  const text = JSON.stringify(toBucket ? { ...record, payload: JSON.stringify(event) } : record);
  const id = randomUUID();
  // Colons have no place in keys that people look at.
  const time = record.timestamp.replace(/\.\d+Z$/, '').replaceAll(':', '.');
  const key = `aws/lambda/${uuid}/${record.DDBStreamBatchInfo.shardId}/${time}-${id}`;
  return destinations.keep(id, { functionArn, arn: onFailure, text, ...(toBucket && { key }) });
};
