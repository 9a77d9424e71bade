import type { InputOf } from '../aws/apis.ts';
import { call } from '../aws/call.ts';
import type { Workflow } from '../system/system.ts';
import { type Row, standingOf } from './row.ts';

type Listing = InputOf<'states', 'ListExecutions'>;

/** Rows of one page, newest first, and where the next one begins. */
export type RowPage = { rows: Row[]; next?: string };

/** One page of a Standard workflow's executions. Throws `AwsCallError`. */
export const listPage = async (
  workflow: Workflow,
  listing: Pick<Listing, 'maxResults' | 'nextToken' | 'statusFilter'>,
  signal: AbortSignal,
): Promise<RowPage> => {
  const { executions = [], nextToken } = await call(
    'states',
    'ListExecutions',
    { stateMachineArn: workflow.arn, ...listing },
    signal,
  );
  const rows = executions.map(({ executionArn = '', name = '', status, startDate, stopDate, redriveCount = 0 }) => ({
    arn: executionArn,
    name,
    workflow: workflow.name,
    express: false,
    standing: standingOf(status),
    startedAt: startDate?.getTime() ?? 0,
    ...(stopDate && { stoppedAt: stopDate.getTime() }),
    redriveCount,
  }));
  return { rows, ...(nextToken && { next: nextToken }) };
};

/** All lines of a log group that a filter admits, page by page. Throws `AwsCallError`. */
export async function* filteredLines(
  logGroupName: string,
  filterPattern: string | undefined,
  { from, to }: { from: number; to?: number },
  signal: AbortSignal,
): AsyncGenerator<{ message: string; at: number }[]> {
  let nextToken: string | undefined;
  do {
    const page = await call(
      'logs',
      'FilterLogEvents',
      { logGroupName, filterPattern, startTime: Math.floor(from), endTime: to && Math.ceil(to), nextToken },
      signal,
    );
    yield (page.events ?? []).map(({ message = '', timestamp = 0 }) => ({ message, at: timestamp }));
    nextToken = page.nextToken;
  } while (nextToken);
}
