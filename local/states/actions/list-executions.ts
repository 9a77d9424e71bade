import { check, oneOf, optional } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { EXECUTION_STATUSES, type ExecutionRow, type ExecutionStatus, type ListedBy } from '../store/executions.ts';
import { checkArn } from './arns.ts';
import { paging, requiredArn } from './constraints.ts';
import { typeNotSupported } from './errors.ts';
import { executionAnswer } from './execution-answer.ts';
import { LONG_ARN, mapRunOf } from './map-run-input.ts';
import { operation } from './operation.ts';
import { page } from './paging.ts';
import { machineOrVersionOf } from './qualified.ts';

export type ListExecutionsInput = {
  stateMachineArn?: string;
  mapRunArn?: string;
  redriveFilter?: string;
  statusFilter?: ExecutionStatus;
  maxResults?: number;
  nextToken?: string;
};

/** Executions of a machine or a map run, or those that a version or an alias started, newest first, in pages. */
export const listExecutions = (core: Core) =>
  operation<ListExecutionsInput>('ListExecutions', ['stateMachineArn', 'mapRunArn'], (input) => {
    const { statusFilter } = input;
    check(
      input.mapRunArn === undefined ? requiredArn('stateMachineArn', input.stateMachineArn) : [],
      optional('mapRunArn', input.mapRunArn, LONG_ARN),
      optional('redriveFilter', input.redriveFilter, [oneOf(['REDRIVEN', 'NOT_REDRIVEN'])]),
      optional('statusFilter', statusFilter, [oneOf(EXECUTION_STATUSES)]),
      paging(input),
    );
    const { by, arn } = listed(core, input);
    const redriven = input.redriveFilter === undefined ? undefined : input.redriveFilter === 'REDRIVEN';
    const { rows, more } = page(
      `${arn} ${statusFilter ?? ''} ${redriven ?? ''}`,
      input,
      Number.MAX_SAFE_INTEGER,
      ({ key }: ExecutionRow) => key,
      (before, limit) => core.executions.list(by, arn, before, limit, { status: statusFilter, redriven }),
    );
    return { executions: rows.map((row) => listedExecution(core, row)), ...more };
  });

/** What the ARN lists by. Throws `InvalidArn`, `StateMachineDoesNotExist`, `ResourceNotFound` or `StateMachineTypeNotSupported`. */
const listed = (
  core: Core,
  { stateMachineArn: arn, mapRunArn }: ListExecutionsInput,
): { by: ListedBy; arn: string } => {
  if (mapRunArn !== undefined) {
    if (arn !== undefined)
      throw new AwsError('ValidationException', 'Specify either a state machine ARN or a map run ARN, not both');
    const mapRun = mapRunOf(core, mapRunArn);
    if (mapRun.type === 'EXPRESS') throw typeNotSupported();
    return { by: 'map_run_arn', arn: mapRun.arn };
  }
  checkArn(arn, 'stateMachine');
  const alias = core.aliases.byArn(arn);
  const { machine, version } = machineOrVersionOf(core, alias?.machine_arn ?? arn);
  if (machine.type === 'EXPRESS') throw typeNotSupported();
  if (alias) return { by: 'alias_arn', arn };
  return { by: version ? 'version_arn' : 'machine_arn', arn };
};

const listedExecution = (core: Core, row: ExecutionRow): object => ({
  ...executionAnswer(row),
  ...(row.map_run_arn === null ? {} : { itemCount: core.mapChildren.itemsOf(row.arn) }),
});
