import type { HistoryEvent } from '@aws-sdk/client-sfn';
import {
  childExecutionOf,
  failureOf,
  isTimeout,
  outputOf,
  requestIdInCause,
  requestIdOf,
  scheduledOf,
} from './details.ts';
import type { Thread, VisitDraft } from './drafts.ts';

const OF_ATTEMPT = /^(?:Task|Activity|LambdaFunction)(Schedule|Start|Submit)?(d|ed|ted|Failed|Succeeded|TimedOut)$/;

const LAMBDA = 'arn:aws:states:::lambda:invoke';
const STATES = 'arn:aws:states:::states:startExecution';

/** Adds an event of a task, or of an expression that failed, to the state that it is about. */
export const attemptEvent = (event: HistoryEvent, id: number, at: number, from: Thread): Thread => {
  const visit = visitOf(event, from);
  if (!visit) return from;
  visit.note(id);
  const { type = '' } = event;
  const { value } = visit;
  const failure = failureOf(event);
  if (failure) fail(visit, at, failure);
  else if (!OF_ATTEMPT.test(type)) return visit.thread;
  else if (type.endsWith('Scheduled')) {
    const { resource, parameters } = scheduledOf(event);
    visit.failing = false;
    visit.resumed = false;
    visit.set({ resource, error: undefined, cause: undefined });
    visit.begin(at, type === 'ActivityScheduled' ? 'waiting' : 'running', { parameters });
  } else if (type.endsWith('Started')) change(visit, { startedAt: at, standing: 'running' });
  else {
    const output = outputOf(event);
    const child = value.resource?.startsWith(STATES) && output ? { childExecutionArn: childExecutionOf(output) } : {};
    // Where it waits for a token, the answer to the request comes first, and the token's own answer last.
    const request = value.resource?.startsWith(LAMBDA) && output ? { requestId: requestIdOf(output) } : {};
    const told = { ...(child.childExecutionArn && child), ...(request.requestId && request) };
    if (type === 'TaskSubmitted')
      change(visit, { ...told, standing: value.resource?.endsWith('.waitForTaskToken') ? 'waiting' : 'running' });
    else visit.settle(at, { ...told, output, standing: 'succeeded' });
  }
  return visit.thread;
};

const change = (
  visit: VisitDraft,
  how: Partial<NonNullable<VisitDraft['attempt']>> & { standing: 'running' | 'waiting' },
) => {
  Object.assign(visit.attempt ?? {}, how);
  visit.set({ standing: how.standing });
};

const fail = (visit: VisitDraft, at: number, failure: { error?: string; cause?: string }): void => {
  visit.failing = true;
  visit.set({ ...failure, standing: 'waiting' });
  const { attempt } = visit;
  const standing = isTimeout(failure.error) ? 'timedout' : 'failed';
  if (attempt && attempt.endedAt === undefined)
    visit.settle(at, { ...failure, standing, ...requestOf(visit, failure) });
};

const requestOf = ({ value }: VisitDraft, { cause }: { cause?: string }): { requestId?: string } => {
  const requestId = value.resource?.startsWith(LAMBDA) ? requestIdInCause(cause) : undefined;
  return requestId ? { requestId } : {};
};

/** An expression that failed names its state; every other event is on the line of its state. */
const visitOf = (event: HistoryEvent, from: Thread): VisitDraft | undefined => {
  const name = event.evaluationFailedEventDetails?.state;
  if (name === undefined) return from.current;
  const named = from.climb((visit) => visit.value.name === name && !visit.over);
  if (named) return named;
  for (const thread of from.current?.threads.values() ?? [])
    if (thread.current?.value.name === name && !thread.current.over) return thread.current;
  return undefined;
};
