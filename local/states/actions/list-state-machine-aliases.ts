import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { AliasRow } from '../store/aliases.ts';
import { seconds } from './arns.ts';
import { paging, requiredArn } from './constraints.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';
import { machineOrVersionOf } from './qualified.ts';

type Input = { stateMachineArn?: string; maxResults?: number; nextToken?: string };

/** Aliases of a machine, or those that lead to one of its versions, by name, in pages. */
export const listStateMachineAliases = (core: Core) =>
  operation<Input>('ListStateMachineAliases', 'stateMachineArn', (input) => {
    check(requiredArn('stateMachineArn', input.stateMachineArn), paging(input));
    const { machine, version } = machineOrVersionOf(core, input.stateMachineArn);
    const { rows, more } = page(
      `aliases ${version?.arn ?? machine.arn}`,
      input,
      '',
      ({ name }: AliasRow) => name,
      (after, limit) => core.aliases.list(machine.arn, after, limit, version?.arn),
    );
    const stateMachineAliases = rows.map((alias) => ({
      stateMachineAliasArn: alias.arn,
      creationDate: seconds(alias.created_at),
    }));
    return { stateMachineAliases, ...more };
  });
