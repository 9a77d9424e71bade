import { notRedrivable } from '../actions/redrivable.ts';
import type { Core } from '../core.ts';
import type { Json, JsonObject } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import type { ExecutionRow } from '../store/executions.ts';
import { lowerFirst, upperFirst } from './casing.ts';
import { optimisedFailure } from './failure.ts';
import { type Integration, patternsOf } from './integration.ts';
import { plainText } from './plain-text.ts';
import { jsonHeaders, withMetadata } from './sdk-metadata.ts';

/** `arn:aws:states:::states:startExecution`, also waiting for the execution's end. */
export const startExecution: Integration = {
  resourceType: 'states',
  service: 'states',
  patterns: patternsOf({ startExecution: ['RequestResponse', 'sync', 'sync:2', 'waitForTaskToken'] }),
  request: ({ Input, ...rest }) => ({
    ...lowerFirst(rest),
    ...(Input === undefined ? {} : { input: plainText(Input) }),
  }),
  result: (answer, at) => {
    const { executionArn, startDate } = answer;
    const headers = jsonHeaders(`{"executionArn":"${executionArn}","startDate":${inJava(Number(startDate))}}`);
    return withMetadata(upperFirst({ ...answer, startDate: Math.round(Number(answer.startDate) * 1000) }), {
      at,
      headers,
    });
  },
  failure: optimisedFailure('StepFunctions', 'AWSStepFunctionsException', 'AWSStepFunctions'),
};

/** A number as the service's own JSON has it: `1.762428212345E9`. */
const inJava = (value: number): string => value.toExponential().replace('e+', 'E');

/** What waiting for an execution gives; `.sync:2` parses input and output. Throws `States.TaskFailed` where it did not succeed. */
export const executionResult = (core: Core, row: ExecutionRow, parse: boolean): Json => {
  const reason = notRedrivable(core, row);
  const described: JsonObject = {
    ...(row.cause === null ? {} : { Cause: row.cause }),
    ...(row.error === null ? {} : { Error: row.error }),
    ExecutionArn: row.arn,
    Input: row.input,
    InputDetails: { Included: true },
    Name: row.name,
    ...(row.output === null ? {} : { Output: row.output, OutputDetails: { Included: true } }),
    RedriveCount: row.redrive_count,
    RedriveStatus: reason === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(reason === undefined ? {} : { RedriveStatusReason: reason }),
    StartDate: row.started_at,
    StateMachineArn: row.machine_arn,
    Status: row.status,
    StopDate: row.stopped_at,
  };
  if (row.status !== 'SUCCEEDED') throw new StateError('States.TaskFailed', JSON.stringify(described));
  if (!parse) return described;
  return { ...described, Input: JSON.parse(row.input) as Json, Output: JSON.parse(row.output ?? 'null') as Json };
};
