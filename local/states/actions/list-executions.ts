import type { Core } from '../core.ts';
import { EXECUTION_STATUSES, type ExecutionRow, type ExecutionStatus, type ListedBy } from '../store/executions.ts';
import { checkArn, seconds } from './arns.ts';
import { check, oneOf, optional, paging, requiredArn } from './constraints.ts';
import { typeNotSupported } from './errors.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';
import { machineOrVersionOf } from './qualified.ts';

export type ListExecutionsInput = {
  stateMachineArn?: string;
  statusFilter?: ExecutionStatus;
  maxResults?: number;
  nextToken?: string;
};

/** Executions of a machine, or those that a version or an alias of it started, newest first, in pages. */
export const listExecutions = (core: Core) =>
  operation<ListExecutionsInput>('ListExecutions', 'stateMachineArn', (input) => {
    const { statusFilter } = input;
    check(
      requiredArn('stateMachineArn', input.stateMachineArn),
      optional('statusFilter', statusFilter, [oneOf(EXECUTION_STATUSES)]),
      paging(input),
    );
    const { by, arn } = listed(core, input.stateMachineArn);
    const { rows, more } = page(
      `${arn} ${statusFilter ?? ''}`,
      input,
      Number.MAX_SAFE_INTEGER,
      ({ key }: ExecutionRow) => key,
      (before, limit) => core.executions.list(by, arn, before, limit, statusFilter),
    );
    return { executions: rows.map(listedExecution), ...more };
  });

/** What the ARN lists by. Throws `InvalidArn`, `StateMachineDoesNotExist` or `StateMachineTypeNotSupported`. */
const listed = (core: Core, arn: string | undefined): { by: ListedBy; arn: string } => {
  checkArn(arn, 'stateMachine');
  const alias = core.aliases.byArn(arn);
  const { machine, version } = machineOrVersionOf(core, alias?.machine_arn ?? arn);
  if (machine.type === 'EXPRESS') throw typeNotSupported();
  if (alias) return { by: 'alias_arn', arn };
  return { by: version ? 'version_arn' : 'machine_arn', arn };
};

const listedExecution = (row: ExecutionRow): object => ({
  executionArn: row.arn,
  stateMachineArn: row.machine_arn,
  name: row.name,
  status: row.status,
  startDate: seconds(row.started_at),
  ...(row.stopped_at === null ? {} : { stopDate: seconds(row.stopped_at) }),
  ...startedWith(row),
  redriveCount: row.redrive_count,
  ...(row.redriven_at === null ? {} : { redriveDate: seconds(row.redriven_at) }),
});

/** The version and the alias that an execution was started by. */
export const startedWith = ({ version_arn, alias_arn }: ExecutionRow): object => ({
  ...(version_arn === null ? {} : { stateMachineVersionArn: version_arn }),
  ...(alias_arn === null ? {} : { stateMachineAliasArn: alias_arn }),
});
