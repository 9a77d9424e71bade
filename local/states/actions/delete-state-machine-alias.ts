import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { checkArn } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';

type Input = { stateMachineAliasArn?: string };

/** Deletes an alias; one that does not exist is deleted already. What it started runs on. */
export const deleteStateMachineAlias = (core: Core) =>
  operation<Input>('DeleteStateMachineAlias', 'stateMachineAliasArn', ({ stateMachineAliasArn }) => {
    check(requiredArn('stateMachineAliasArn', stateMachineAliasArn));
    checkArn(stateMachineAliasArn, 'stateMachine');
    core.aliases.remove(stateMachineAliasArn);
    return {};
  });
