import { check } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { redrive } from '../interpreter/start.ts';
import { executionOf, seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';
import { notRedrivable } from './redrivable.ts';

const BY_MAP_RUN = 'A child workflow execution is redriven by redriving the execution that started its Map Run';

/** Runs an execution again that failed, timed out or was stopped, from the states that did not succeed. */
export const redriveExecution = (core: Core) =>
  operation<{ executionArn?: string }>('RedriveExecution', 'executionArn', (input) => {
    check(requiredArn('executionArn', input.executionArn));
    const row = executionOf(core, input.executionArn);
    const reason = notRedrivable(core, row) ?? (row.map_run_arn === null ? undefined : BY_MAP_RUN);
    if (reason) throw new AwsError('ExecutionNotRedrivable', `Execution Not Redrivable: '${row.arn}'. ${reason}`);
    return { redriveDate: seconds(redrive(core, row)) };
  });
