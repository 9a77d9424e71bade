import { executionName, isExpress } from '../history/execution-arn.ts';
import type { Row } from './row.ts';
import { subjectOf } from './subject.ts';

/** A line that Step Functions writes for an event of an execution. */
export type StatesLine = {
  id: string;
  type: string;
  details: Readonly<Record<string, unknown>>;
  previous_event_id: string;
  event_timestamp: string;
  execution_arn: string;
  redrive_count?: string;
};

/** The line, or undefined where it is none of Step Functions'. */
export const statesLine = (message: string): StatesLine | undefined => {
  try {
    const line = JSON.parse(message) as Partial<StatesLine>;
    return typeof line.execution_arn === 'string' && typeof line.type === 'string'
      ? ({ details: {}, ...line } as StatesLine)
      : undefined;
  } catch {
    return undefined;
  }
};

const ENDS: Readonly<Record<string, Row['standing']>> = {
  ExecutionSucceeded: 'succeeded',
  ExecutionFailed: 'failed',
  ExecutionTimedOut: 'timedout',
  ExecutionAborted: 'aborted',
};

const STUMBLE =
  /^(Task|LambdaFunction|Activity|MapRun)(Failed|TimedOut|StartFailed|SubmitFailed|ScheduleFailed)$|^EvaluationFailed$/;

/** What a filter asks for: of Standard executions how they failed, of Express ones also that there were any. */
export const marksPattern = (express: boolean): string =>
  [
    ...(express ? ['ExecutionStarted', 'ExecutionSucceeded'] : []),
    ...['ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted', 'ExecutionRedriven'],
    ...[
      'TaskFailed',
      'TaskTimedOut',
      'TaskSubmitFailed',
      'TaskStartFailed',
      'LambdaFunctionFailed',
      'LambdaFunctionTimedOut',
    ],
    ...['EvaluationFailed', 'MapRunFailed'],
  ]
    .map((type) => `?${type}`)
    .join(' ');

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What one line adds to the row of its execution; undefined where nothing. `known` is the row so far. */
export const markOf = (
  line: StatesLine,
  workflow: string,
  known: Row | undefined,
): (Partial<Row> & Pick<Row, 'arn'>) | undefined => {
  const { type, details, execution_arn: arn } = line;
  const at = Number(line.event_timestamp);
  const name = executionName(arn);
  if (type === 'ExecutionStarted') {
    const express = isExpress(arn);
    return {
      arn,
      name,
      workflow,
      express,
      startedAt: at,
      redriveCount: 0,
      standing: known?.standing ?? 'running',
      subject: subjectOf(text(details.input), name),
    };
  }
  const standing = ENDS[type];
  // The list knows better how a Standard execution stands now: it may have been redriven since.
  if (standing && isExpress(arn))
    return { arn, standing, stoppedAt: at, error: text(details.error), cause: text(details.cause) };
  if (standing) return { arn, error: text(details.error), cause: text(details.cause) };
  if (!STUMBLE.test(type)) return undefined;
  const error = text(details.error) ?? 'States.Timeout';
  return known?.stumbles?.includes(error) ? undefined : { arn, stumbles: [...(known?.stumbles ?? []), error] };
};
