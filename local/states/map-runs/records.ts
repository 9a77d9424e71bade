import type { WriterConfig } from '../language/definition.ts';
import type { Json, JsonObject } from '../language/json.ts';
import type { ChildRow } from '../store/map-children.ts';
import { executionName } from './arns.ts';

type Transformation = NonNullable<WriterConfig['Transformation']>;

/** The texts of one child's results: its output as it was written, with FLATTEN the items of an array, or its record. */
export const resultsOf = (child: ChildRow, machineArn: string, transformation: Transformation): string[] => {
  if (child.status !== 'SUCCEEDED' || transformation === 'NONE') return [JSON.stringify(recordOf(child, machineArn))];
  const text = child.output ?? 'null';
  const output = transformation === 'FLATTEN' ? (JSON.parse(text) as Json) : undefined;
  return Array.isArray(output) ? output.map((item) => JSON.stringify(item)) : [text];
};

/** A child with its metadata, as AWS writes it for `NONE` and for whatever did not succeed. */
const recordOf = (child: ChildRow, machineArn: string): JsonObject => {
  const { arn, status, input, output, error, cause, started_at, stopped_at, redrive_count } = child;
  const said = { Input: input, InputDetails: { Included: true } };
  if (arn === null) return { ...said, Status: status };
  const redrivable = status !== 'SUCCEEDED' && status !== 'RUNNING';
  return {
    ...(cause === null ? {} : { Cause: cause }),
    ...(error === null ? {} : { Error: error }),
    ExecutionArn: arn,
    ...said,
    Name: executionName(arn),
    ...(output === null ? {} : { Output: output, OutputDetails: { Included: true } }),
    RedriveCount: redrive_count,
    RedriveStatus: redrivable ? 'REDRIVABLE_BY_MAP_RUN' : 'NOT_REDRIVABLE',
    ...(redrivable ? {} : { RedriveStatusReason: `Execution is ${status} and cannot be redriven` }),
    StartDate: started_at === null ? null : new Date(started_at).toISOString(),
    StateMachineArn: machineArn,
    Status: status,
    StopDate: stopped_at === null ? null : new Date(stopped_at).toISOString(),
  };
};

/** The results of one file or output: a JSON array, or one result a line. */
export const formatted = (results: readonly string[], type: WriterConfig['OutputType']): string =>
  type === 'JSONL' ? results.map((result) => `${onOneLine(result)}\n`).join('') : `[${results.join(',')}]`;

/** What a function answered may have been written over several lines. */
const onOneLine = (text: string): string => (text.includes('\n') ? JSON.stringify(JSON.parse(text)) : text);
