import type { Core } from '../core.ts';
import { invalidArn } from './errors.ts';
import { operation } from './operation.ts';

/** Deletes a machine, once its running executions have ended. One that does not exist is deleted already. */
export const deleteStateMachine = (core: Core) =>
  operation<{ stateMachineArn?: string }>('DeleteStateMachine', 'stateMachineArn', ({ stateMachineArn }) => {
    if (!stateMachineArn?.startsWith('arn:')) throw invalidArn(stateMachineArn);
    if (core.executions.hasRunning(stateMachineArn)) core.machines.deleting(stateMachineArn);
    else core.machines.remove(stateMachineArn);
    return {};
  });
