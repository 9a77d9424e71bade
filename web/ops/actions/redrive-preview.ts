import type { OutputOf } from '../aws/apis.ts';
import { call } from '../aws/call.ts';
import { isExpress } from '../history/execution-arn.ts';

type Described = OutputOf<'states', 'DescribeExecution'>;

/** What an action would do to one execution. */
export type Preview = {
  arn: string;
  /** Whether AWS would take it. */
  possible: boolean;
  /** In a sentence: what would happen, or why nothing can. */
  says: string;
};

const WHY_NOT: readonly (readonly [RegExp, string])[] = [
  [/succeeded|SUCCEEDED/, 'It succeeded: there is nothing to go on with.'],
  [/RUNNING|running/, 'It is running.'],
  [/14 days/, 'It ended more than 14 days ago, after which Step Functions redrives nothing.'],
  [/[Mm]ax(imum)?.*event/, 'Its history has no room for more events; rerun it as a new execution.'],
];

const reasonOf = (reason: string): string => WHY_NOT.find(([pattern]) => pattern.test(reason))?.[1] ?? reason;

/** What a redrive of this execution would do, by what DescribeExecution says of it. */
export const redrivePreview = ({
  executionArn = '',
  status,
  redriveStatus,
  redriveStatusReason = '',
}: Described): Preview => {
  if (isExpress(executionArn))
    return { arn: executionArn, possible: false, says: 'Express executions cannot be redriven: ask again, or rerun.' };
  if (redriveStatus === 'REDRIVABLE' || redriveStatus === 'REDRIVABLE_BY_MAP_RUN')
    return {
      arn: executionArn,
      possible: redriveStatus === 'REDRIVABLE',
      says:
        redriveStatus === 'REDRIVABLE'
          ? 'Goes on at the state that ended it, with the same input; states that succeeded do not run again.'
          : 'It is a child of a map run: redrive the execution that started the map.',
    };
  return { arn: executionArn, possible: false, says: reasonOf(redriveStatusReason || `It is ${status}.`) };
};

/** What stopping it would do. */
export const stopPreview = ({ executionArn = '', status }: Described): Preview => ({
  arn: executionArn,
  possible: status === 'RUNNING',
  says:
    status === 'RUNNING'
      ? 'Ends as aborted. What its states have done stays done; a function that runs now goes on to its end unheard.'
      : `It is over: ${status?.toLowerCase().replace('_', ' ')}.`,
});

/** Asks AWS about each. An execution that cannot be described is told as not possible, with AWS's words. */
export const previewAll = async (
  arns: readonly string[],
  previewOf: (described: Described) => Preview,
): Promise<Preview[]> =>
  Promise.all(
    arns.map(async (arn) => {
      try {
        return previewOf(await call('states', 'DescribeExecution', { executionArn: arn }));
      } catch (error) {
        const { name, message } = error as Error;
        return { arn, possible: false, says: `${name}: ${message}` };
      }
    }),
  );
