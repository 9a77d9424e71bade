import type { Core } from '../core.ts';
import type { ExecutionRow } from '../store/executions.ts';
import type { MachineRow } from '../store/machines.ts';
import { executionDoesNotExist, invalidArn, machineDoesNotExist } from './errors.ts';

const MACHINE = /^arn:aws[\w-]*:states:[^:]+:[^:]+:stateMachine:.+$/;
const EXECUTION = /^arn:aws[\w-]*:states:[^:]+:[^:]+:(execution|express):.+$/;

export const machineArn = ({ region, accountId }: Core, name: string): string =>
  `arn:aws:states:${region}:${accountId}:stateMachine:${name}`;

/** The ARN of an execution; `run` is the name, and for Express the name and a unique part. */
export const executionArn = ({ region, accountId }: Core, { name, type }: MachineRow, run: string): string =>
  `arn:aws:states:${region}:${accountId}:${type === 'EXPRESS' ? 'express' : 'execution'}:${name}:${run}`;

/** The machine that an ARN names. Throws `InvalidArn` or `StateMachineDoesNotExist`. */
export const machineOf = (core: Core, arn: unknown): MachineRow => {
  if (typeof arn !== 'string' || !MACHINE.test(arn)) throw invalidArn(arn);
  const row = core.machines.byArn(arn);
  if (!row) throw machineDoesNotExist(arn);
  return row;
};

/** The execution that an ARN names. Throws `InvalidArn` or `ExecutionDoesNotExist`. */
export const executionOf = (core: Core, arn: unknown): ExecutionRow => {
  if (typeof arn !== 'string' || !EXECUTION.test(arn)) throw invalidArn(arn);
  const row = core.executions.byArn(arn);
  if (!row || row.type === 'EXPRESS') throw executionDoesNotExist(arn);
  return row;
};

/** Seconds since the epoch, as the API has its times. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
