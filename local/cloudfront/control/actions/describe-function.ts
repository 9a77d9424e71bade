import type { Operation } from '../../../aws/service.ts';
import { functionArn } from '../../functions/edge-function.ts';
import { type Control, foundFunction, functionSummary, type Stage } from '../state.ts';

/** Settings of a function. */
export const describeFunction = (control: Control): Operation => ({
  members: ['Name', 'Stage'],
  permissions: ({ Name }: { Name: unknown }) => [
    { action: 'cloudfront:DescribeFunction', resource: functionArn(control.accountId, String(Name)) },
  ],
  run({ Name, Stage: stage = 'DEVELOPMENT' }: { Name: unknown; Stage?: Stage }) {
    const found = foundFunction(control, Name, stage);
    return { FunctionSummary: functionSummary(control, found, stage), ETag: found.etag };
  },
});
