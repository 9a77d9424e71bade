import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { EXECUTION_STATUSES, type ExecutionStatus } from '../store/executions.ts';
import { machineOf, seconds } from './arns.ts';
import { constraint } from './errors.ts';
import { operation } from './operation.ts';
import { pageSize, pageStart, pageToken } from './paging.ts';

export type ListExecutionsInput = {
  stateMachineArn?: string;
  statusFilter?: ExecutionStatus;
  maxResults?: number;
  nextToken?: string;
};

/** Executions of a machine, newest first, in pages. */
export const listExecutions = (core: Core) =>
  operation<ListExecutionsInput>('ListExecutions', 'stateMachineArn', (input) => {
    const { statusFilter } = input;
    if (statusFilter !== undefined && !EXECUTION_STATUSES.includes(statusFilter)) {
      throw constraint(
        statusFilter,
        'statusFilter',
        `Member must satisfy enum value set: [${EXECUTION_STATUSES.join(', ')}]`,
      );
    }
    const machine = machineOf(core, input.stateMachineArn);
    if (machine.type === 'EXPRESS') {
      throw new AwsError(
        'StateMachineTypeNotSupported',
        'This operation is not supported by this type of state machine',
      );
    }
    const size = pageSize(input.maxResults);
    const list = `${machine.arn} ${statusFilter ?? ''}`;
    const before = pageStart(list, input.nextToken, Number.MAX_SAFE_INTEGER);
    const rows = core.executions.list('machine_arn', machine.arn, before, size + 1, statusFilter);
    const page = rows.slice(0, size);
    return {
      executions: page.map((row) => ({
        executionArn: row.arn,
        stateMachineArn: row.machine_arn,
        name: row.name,
        status: row.status,
        startDate: seconds(row.started_at),
        ...(row.stopped_at === null ? {} : { stopDate: seconds(row.stopped_at) }),
        redriveCount: row.redrive_count,
        ...(row.redriven_at === null ? {} : { redriveDate: seconds(row.redriven_at) }),
      })),
      ...(rows.length > size ? { nextToken: pageToken(list, page.at(-1)?.key ?? 0) } : {}),
    };
  });
