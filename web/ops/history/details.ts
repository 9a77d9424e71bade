import type { HistoryEvent } from '@aws-sdk/client-sfn';

export type Failure = { error?: string; cause?: string };

const FAILURES = [
  'taskFailedEventDetails',
  'taskTimedOutEventDetails',
  'taskStartFailedEventDetails',
  'taskSubmitFailedEventDetails',
  'lambdaFunctionFailedEventDetails',
  'lambdaFunctionTimedOutEventDetails',
  'lambdaFunctionStartFailedEventDetails',
  'lambdaFunctionScheduleFailedEventDetails',
  'activityFailedEventDetails',
  'activityTimedOutEventDetails',
  'activityScheduleFailedEventDetails',
  'evaluationFailedEventDetails',
  'mapRunFailedEventDetails',
  'executionFailedEventDetails',
  'executionAbortedEventDetails',
  'executionTimedOutEventDetails',
] as const;

/** The error and its cause that an event tells, if any. */
export const failureOf = (event: HistoryEvent): Failure | undefined => {
  for (const name of FAILURES) {
    const details = event[name];
    if (details) return { error: details.error, cause: details.cause };
  }
  return undefined;
};

/** Errors that say that time ran out, wherever it was measured. */
const TIMEOUTS: ReadonlySet<string> = new Set(['States.Timeout', 'States.HeartbeatTimeout', 'Sandbox.Timedout']);

export const isTimeout = (error: string | undefined): boolean => error !== undefined && TIMEOUTS.has(error);

/** What a task is asked to do, in the words of its integration: `arn:aws:states:::dynamodb:updateItem`. */
export const scheduledOf = ({
  taskScheduledEventDetails: task,
  lambdaFunctionScheduledEventDetails: lambda,
  activityScheduledEventDetails: activity,
}: HistoryEvent): { resource?: string; parameters?: string } => {
  if (task) return { resource: `arn:aws:states:::${task.resourceType}:${task.resource}`, parameters: task.parameters };
  return { resource: lambda?.resource ?? activity?.resource, parameters: lambda?.input ?? activity?.input };
};

export const outputOf = (event: HistoryEvent): string | undefined =>
  (
    event.taskSucceededEventDetails ??
    event.lambdaFunctionSucceededEventDetails ??
    event.activitySucceededEventDetails ??
    event.taskSubmittedEventDetails
  )?.output;

const REQUEST = /"SdkResponseMetadata":\{"RequestId":"([^"\\]+)"/g;

/**
 * The id of the request that a `lambda:invoke` made, which is the id of the function's invocation. It stands beside the
 * function's own answer, which may hold the same words: then all of it is read.
 */
export const requestIdOf = (output: string): string | undefined => {
  const [first, second] = output.matchAll(REQUEST);
  if (first && !second) return first[1];
  return memberOf(memberOf(parsed(output), 'SdkResponseMetadata'), 'RequestId') as string | undefined;
};

/** The id of the request in the cause of a function that ran out of time or ended: `RequestId: … Error: Task timed out`. */
export const requestIdInCause = (cause: string | undefined): string | undefined =>
  /\bRequestId: ([0-9a-f-]{36})\b/.exec(cause ?? '')?.[1];

/** The execution that a task has started, as its answer names it. */
export const childExecutionOf = (output: string): string | undefined => {
  const arn = memberOf(parsed(output), 'ExecutionArn');
  return typeof arn === 'string' ? arn : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut short where it was logged
  }
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
