import type { Core } from '../core.ts';
import { executionOf, seconds } from './arns.ts';
import { check, requiredArn } from './constraints.ts';
import { startedWith } from './list-executions.ts';
import { includedRules, METADATA_ONLY } from './machine-answer.ts';
import { operation } from './operation.ts';
import { notRedrivable } from './redrivable.ts';

/** An execution with its input and, once it has ended, how. */
export const describeExecution = (core: Core) =>
  operation<{ executionArn?: string; includedData?: string }>('DescribeExecution', 'executionArn', (input) => {
    check(requiredArn('executionArn', input.executionArn), includedRules(input.includedData));
    const row = executionOf(core, input.executionArn);
    const included = input.includedData !== METADATA_ONLY;
    const reason = notRedrivable(core, row);
    return {
      executionArn: row.arn,
      stateMachineArn: row.machine_arn,
      name: row.name,
      status: row.status,
      startDate: seconds(row.started_at),
      ...(row.stopped_at === null ? {} : { stopDate: seconds(row.stopped_at) }),
      ...startedWith(row),
      ...(row.map_run_arn === null ? {} : { mapRunArn: row.map_run_arn }),
      ...(included ? { input: row.input } : {}),
      inputDetails: { included },
      ...(row.output === null ? {} : { ...(included ? { output: row.output } : {}), outputDetails: { included } }),
      ...(row.error === null ? {} : { error: row.error }),
      ...(row.cause === null ? {} : { cause: row.cause }),
      ...(row.trace_header === null ? {} : { traceHeader: row.trace_header }),
      redriveCount: row.redrive_count,
      ...(row.redriven_at === null ? {} : { redriveDate: seconds(row.redriven_at) }),
      redriveStatus: reason ? 'NOT_REDRIVABLE' : row.map_run_arn === null ? 'REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN',
      ...(reason ? { redriveStatusReason: reason } : {}),
    };
  });
