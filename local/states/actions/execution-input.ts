import { randomUUID } from 'node:crypto';
import { check, length, optional } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { DATA_LIMIT } from '../interpreter/data-limit.ts';
import type { Starting } from '../interpreter/start.ts';
import { jsonProblem } from '../language/json-problem.ts';
import { executionArn } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { constraint, machineDeleting } from './errors.ts';
import { checkName } from './machine-input.ts';
import { startedBy } from './qualified.ts';

export type StartExecutionInput = { stateMachineArn?: string; name?: string; input?: string; traceHeader?: string };

/** What is to be started, by the ARN of a machine, a version or an alias. Throws AWS's error for what cannot be. */
export const startingOf = (
  core: Core,
  { stateMachineArn, name, input, traceHeader }: StartExecutionInput,
): Starting => {
  check(requiredArn('stateMachineArn', stateMachineArn), optional('traceHeader', traceHeader, [length(0, 256)]));
  const { machine, version, aliasArn } = startedBy(core, stateMachineArn);
  if (machine.status === 'DELETING') throw machineDeleting(machine.arn);
  const named = name === undefined || name === null ? randomUUID() : checkName(name);
  const run = machine.type === 'EXPRESS' ? `${named}:${randomUUID()}` : named;
  return {
    machine,
    arn: executionArn(core, machine, run),
    name: named,
    input: checkInput(input ?? '{}'),
    traceHeader,
    versionArn: version?.arn,
    aliasArn,
  };
};

/** The input of an execution. Throws AWS's error for what is too long or no JSON. */
export const checkInput = (input: string): string => {
  if (Buffer.byteLength(input) > DATA_LIMIT) {
    throw constraint(`${input.slice(0, 64)}…`, 'input', `Member must have length less than or equal to ${DATA_LIMIT}`);
  }
  try {
    JSON.parse(input);
    return input;
  } catch {
    const { message } = jsonProblem(input);
    throw new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${message}'`);
  }
};
