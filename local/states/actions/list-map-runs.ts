import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import type { MapRunRow } from '../store/map-runs.ts';
import { executionOf, seconds } from './arns.ts';
import { paging, requiredArn } from './constraints.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';

export type ListMapRunsInput = { executionArn?: string; maxResults?: number; nextToken?: string };

/** The map runs that an execution has started, newest first, in pages. */
export const listMapRuns = (core: Core) =>
  operation<ListMapRunsInput>('ListMapRuns', 'executionArn', (input) => {
    check(requiredArn('executionArn', input.executionArn), paging(input));
    const execution = executionOf(core, input.executionArn);
    const { rows, more } = page(
      execution.arn,
      input,
      Number.MAX_SAFE_INTEGER,
      ({ key }: MapRunRow) => key,
      (before, limit) => core.mapRuns.list(execution.key, before, limit),
    );
    return {
      mapRuns: rows.map((row) => ({
        executionArn: execution.arn,
        mapRunArn: row.arn,
        stateMachineArn: row.machine_arn,
        startDate: seconds(row.started_at),
        ...(row.stopped_at === null ? {} : { stopDate: seconds(row.stopped_at) }),
      })),
      ...more,
    };
  });
