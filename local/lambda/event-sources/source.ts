import { check, oneOf, required } from '../../aws/constraints.ts';
import type { Mapping } from './mapping.ts';
import { invalid, type MappingInput } from './settings.ts';

/** What kind of source an ARN names. Throws `InvalidParameterValueException` for one that the runtime cannot read. */
export const sourceOf = (arn: string): Mapping['source'] => {
  if (/^arn:aws:sqs:[\w-]+:\d{12}:[\w-]+(?:\.fifo)?$/.test(arn)) return 'queue';
  if (/^arn:aws:dynamodb:[\w-]+:\d{12}:table\/[\w.-]+\/stream\/.+$/.test(arn)) return 'stream';
  if (/^arn:aws:(?:kinesis|kafka|mq|docdb|rds)/.test(arn))
    throw invalid(`The embedded runtime reads SQS queues and DynamoDB streams only, not ${arn}.`);
  throw invalid('Unrecognized event source.');
};

/** Where reading a source begins; queues have no such place. Throws as Lambda does. */
export const startOf = (source: Mapping['source'], { StartingPosition }: MappingInput): Mapping['startingPosition'] => {
  if (source === 'queue') {
    if (StartingPosition !== undefined) throw invalid('StartingPosition is not valid for SQS event sources.');
    return undefined;
  }
  check(required('startingPosition', StartingPosition, [oneOf(['LATEST', 'AT_TIMESTAMP', 'TRIM_HORIZON'])]));
  if (StartingPosition === 'LATEST' || StartingPosition === 'TRIM_HORIZON') return StartingPosition;
  throw invalid('Unsupported starting position for event source type. Only Kinesis takes AT_TIMESTAMP.');
};
