import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { MachineRow } from '../store/machines.ts';
import { seconds } from './arns.ts';
import { paging } from './constraints.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';

type Input = { maxResults?: number; nextToken?: string };

/** All machines, by name, in pages. */
export const listStateMachines = (core: Core) =>
  operation<Input>('ListStateMachines', '', (input) => {
    check(paging(input));
    const { rows, more } = page('machines', input, '', ({ name }: MachineRow) => name, core.machines.list);
    const stateMachines = rows.map(({ arn, name, type, created_at }) => ({
      stateMachineArn: arn,
      name,
      type,
      creationDate: seconds(created_at),
    }));
    return { stateMachines, ...more };
  });
