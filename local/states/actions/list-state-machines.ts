import type { Core } from '../core.ts';
import { seconds } from './arns.ts';
import { operation } from './operation.ts';
import { pageSize, pageStart, pageToken } from './paging.ts';

/** All machines, by name, in pages. */
export const listStateMachines = (core: Core) =>
  operation<{ maxResults?: number; nextToken?: string }>('ListStateMachines', '', ({ maxResults, nextToken }) => {
    const size = pageSize(maxResults);
    const rows = core.machines.list(pageStart('machines', nextToken, ''), size + 1);
    const page = rows.slice(0, size);
    return {
      stateMachines: page.map(({ arn, name, type, created_at }) => ({
        stateMachineArn: arn,
        name,
        type,
        creationDate: seconds(created_at),
      })),
      ...(rows.length > size ? { nextToken: pageToken('machines', page.at(-1)?.name ?? '') } : {}),
    };
  });
