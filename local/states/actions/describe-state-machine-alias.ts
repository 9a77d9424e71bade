import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { aliasOf } from './alias-input.ts';
import { seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';

type Input = { stateMachineAliasArn?: string };

/** An alias with where it leads. */
export const describeStateMachineAlias = (core: Core) =>
  operation<Input>('DescribeStateMachineAlias', 'stateMachineAliasArn', ({ stateMachineAliasArn }) => {
    check(requiredArn('stateMachineAliasArn', stateMachineAliasArn));
    const { arn, name, description, routing, created_at, updated_at } = aliasOf(core, stateMachineAliasArn);
    return {
      stateMachineAliasArn: arn,
      name,
      ...(description === null ? {} : { description }),
      routingConfiguration: JSON.parse(routing),
      creationDate: seconds(created_at),
      updateDate: seconds(updated_at),
    };
  });
