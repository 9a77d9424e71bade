import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { ActivityRow } from '../store/activities.ts';
import type { ExecutionRow } from '../store/executions.ts';
import type { MachineRow } from '../store/machines.ts';
import {
  activityDoesNotExist,
  executionDoesNotExist,
  invalidArn,
  machineDoesNotExist,
  wrongResource,
} from './errors.ts';

const ARN = /^arn:aws[\w-]*:states:[^:]+:[^:]+:([^:]+):.+$/;

type Place = Pick<Core, 'region' | 'accountId'>;

const arnOf = ({ region, accountId }: Place, type: string, name: string): string =>
  `arn:aws:states:${region}:${accountId}:${type}:${name}`;

export const machineArn = (core: Place, name: string): string => arnOf(core, 'stateMachine', name);

export const activityArn = (core: Place, name: string): string => arnOf(core, 'activity', name);

/** The ARN of an execution; `run` is the name, and for Express the name and a unique part. */
export const executionArn = (core: Place, { name, type }: MachineRow, run: string): string =>
  arnOf(core, type === 'EXPRESS' ? 'express' : 'execution', `${name}:${run}`);

/** Throws `InvalidArn` unless the ARN is of one of these kinds of resource. */
export function checkArn(arn: unknown, ...types: readonly string[]): asserts arn is string {
  const [matched, type = ''] = (typeof arn === 'string' && ARN.exec(arn)) || [];
  if (matched === undefined) throw invalidArn(arn);
  if (!types.includes(type)) throw wrongResource(type);
}

/** Throws `ValidationException` for the ARN of a Distributed Map state: a machine's, with the state's label after a slash. */
export const refuseLabel = (arn: string): void => {
  if (arn.includes('/')) {
    const message = `The ARN of a Distributed Map state does not name a state machine for this action: '${arn}'`;
    throw new AwsError('ValidationException', message);
  }
};

/** The machine that an ARN names. Throws `InvalidArn`, `ValidationException` or `StateMachineDoesNotExist`. */
export const machineOf = (core: Core, arn: unknown): MachineRow => {
  checkArn(arn, 'stateMachine');
  refuseLabel(arn);
  const row = core.machines.byArn(arn);
  if (!row) throw machineDoesNotExist(arn);
  return row;
};

/** The Standard execution that an ARN names. Throws `InvalidArn` or `ExecutionDoesNotExist`. */
export const executionOf = (core: Core, arn: unknown): ExecutionRow => {
  checkArn(arn, 'execution');
  const row = core.executions.byArn(arn);
  if (!row) throw executionDoesNotExist(arn);
  return row;
};

/** The activity that an ARN names. Throws `InvalidArn` or `ActivityDoesNotExist`. */
export const activityOf = (core: Core, arn: unknown): ActivityRow => {
  checkArn(arn, 'activity');
  const row = core.activities.byArn(arn);
  if (!row) throw activityDoesNotExist(arn);
  return row;
};

/** Seconds since the epoch, as the API has its times. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
