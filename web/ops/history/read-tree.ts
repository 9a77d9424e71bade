import { call } from '../aws/call.ts';
import { filteredLines } from '../executions/load-rows.ts';
import type { Workflow } from '../system/system.ts';
import { isExpress } from './execution-arn.ts';
import { eventsFromLogs } from './from-logs.ts';
import { gather } from './gather.ts';
import type { ExecutionTree } from './model.ts';

/** An execution folded from what is read of it at once, and the bytes that an Express one has logged. */
export type ReadTree = { tree: ExecutionTree; logBytes?: number };

/** How far back the log of an Express execution is searched where nothing else is known; milliseconds. */
const BACK = 14 * 86_400_000;

/** Express executions last five minutes at most; lines may come a little late. */
const LONGEST = 6 * 60_000;

/**
 * Reads an execution at once, without following it: `pages` of a thousand events of a Standard one, the log of an Express one
 * from `startedAt` on. Undefined where its workflow logs nothing. Throws `AwsCallError`.
 */
export const readTree = async (
  { arn, startedAt }: { arn: string; startedAt?: number },
  workflow: Workflow | undefined,
  pages: number,
  signal: AbortSignal,
): Promise<ReadTree | undefined> => {
  if (!isExpress(arn)) return { tree: await standard(arn, pages, signal) };
  if (workflow?.logGroup === undefined) return undefined;
  const period =
    startedAt === undefined ? { from: Date.now() - BACK } : { from: startedAt - 1000, to: startedAt + LONGEST };
  const messages: string[] = [];
  for await (const lines of filteredLines(workflow.logGroup, JSON.stringify(arn), period, signal))
    messages.push(...lines.map(({ message }) => message));
  const history = gather(undefined, true);
  history.add(eventsFromLogs(messages, arn));
  return { tree: history.tree(), logBytes: messages.reduce((sum, { length }) => sum + length, 0) };
};

const standard = async (arn: string, pages: number, signal: AbortSignal): Promise<ExecutionTree> => {
  const history = gather();
  let nextToken: string | undefined;
  for (let page = 0; page < pages && (page === 0 || nextToken); page += 1) {
    const answer = await call(
      'states',
      'GetExecutionHistory',
      { executionArn: arn, maxResults: 1000, includeExecutionData: true, nextToken },
      signal,
    );
    history.add(answer.events ?? []);
    nextToken = answer.nextToken;
  }
  return history.tree();
};
