import { check } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { checkArn, refuseLabel } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';
import { splitQualifier } from './qualified.ts';

/**
 * Deletes a machine with its versions and aliases, once its running executions have ended. One that does not exist is
 * deleted already.
 */
export const deleteStateMachine = (core: Core) =>
  operation<{ stateMachineArn?: string }>('DeleteStateMachine', 'stateMachineArn', ({ stateMachineArn }) => {
    check(requiredArn('stateMachineArn', stateMachineArn));
    checkArn(stateMachineArn, 'stateMachine');
    refuseLabel(stateMachineArn);
    if (splitQualifier(stateMachineArn).qualifier !== undefined) {
      const message = `A version or an alias is not deleted with DeleteStateMachine: '${stateMachineArn}'`;
      throw new AwsError('ValidationException', message);
    }
    if (core.executions.hasRunning(stateMachineArn)) core.machines.deleting(stateMachineArn);
    else core.machines.remove(stateMachineArn);
    return {};
  });
