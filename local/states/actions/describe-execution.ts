import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { executionOf } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { executionAnswer } from './execution-answer.ts';
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
      ...executionAnswer(row),
      ...(included ? { input: row.input } : {}),
      inputDetails: { included },
      ...(row.output === null ? {} : { ...(included ? { output: row.output } : {}), outputDetails: { included } }),
      ...(row.error === null ? {} : { error: row.error }),
      ...(row.cause === null ? {} : { cause: row.cause }),
      ...(row.trace_header === null ? {} : { traceHeader: row.trace_header }),
      redriveStatus: reason ? 'NOT_REDRIVABLE' : row.map_run_arn === null ? 'REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN',
      ...(reason ? { redriveStatusReason: reason } : {}),
    };
  });
