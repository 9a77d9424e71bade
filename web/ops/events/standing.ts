import { call } from '../aws/call.ts';
import { filteredLines } from '../executions/load-rows.ts';
import { statesLine } from '../executions/log-marks.ts';
import { standingOf } from '../executions/row.ts';
import { isExpress } from '../history/execution-arn.ts';
import type { Standing } from '../history/model.ts';
import type { Workflow } from '../system/system.ts';

/** How an execution stands, and why it failed where it did. */
export type ExecutionStanding = { standing: Standing; error?: string; ended: boolean };

const ENDS: Readonly<Record<string, Standing>> = {
  ExecutionSucceeded: 'succeeded',
  ExecutionFailed: 'failed',
  ExecutionTimedOut: 'timedout',
  ExecutionAborted: 'aborted',
};

const quoted = (text: string): string => `"${text.replace(/["\\]/g, (letter) => `\\${letter}`)}"`;

/** Asks how an execution stands; of an Express one its log tells. `from` is a time before its beginning. Throws `AwsCallError`. */
export const readStanding = async (
  arn: string,
  workflow: Workflow | undefined,
  from: number,
  signal: AbortSignal,
): Promise<ExecutionStanding> => {
  if (!isExpress(arn)) {
    const { status, error } = await call('states', 'DescribeExecution', { executionArn: arn }, signal);
    const standing = standingOf(status);
    return { standing, ended: standing !== 'running' && standing !== 'waiting', ...(error && { error }) };
  }
  if (workflow?.logGroup === undefined) return { standing: 'running', ended: false };
  const types = Object.keys(ENDS).map((type) => `$.type = "${type}"`);
  const pattern = `{ $.execution_arn = ${quoted(arn)} && (${types.join(' || ')}) }`;
  for await (const lines of filteredLines(workflow.logGroup, pattern, { from }, signal)) {
    for (const { message } of lines) {
      const line = statesLine(message);
      const standing = line && ENDS[line.type];
      if (!line || !standing) continue;
      const { error } = line.details;
      return { standing, ended: true, ...(typeof error === 'string' && { error }) };
    }
  }
  return { standing: 'running', ended: false };
};
