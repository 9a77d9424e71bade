import { check, length, optional } from '../../aws/constraints.ts';
import type { CallContext } from '../../aws/service.ts';
import type { Core } from '../core.ts';
import { stirToken } from '../integrations/await-token.ts';
import { activityOf } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';

type Input = { activityArn?: string; workerName?: string };
type Task = { taskToken: string; input: string };

/** How long AWS keeps a worker waiting for a task, in milliseconds. */
const LONGEST_POLL = 60_000;

/**
 * Hands a task of an activity to a worker, or nothing once 60 seconds have passed without one. Each task is handed out
 * once; a worker that went away while it waited takes none.
 */
export const getActivityTask = (core: Core) =>
  operation<Input>('GetActivityTask', 'activityArn', ({ activityArn, workerName }, { signal }) => {
    check(requiredArn('activityArn', activityArn), optional('workerName', workerName, [length(1, 80)]));
    const { arn } = activityOf(core, activityArn);
    return take(core, arn, workerName) ?? waited(core, arn, workerName, signal);
  });

/** What was offered by an execution that waits for it no more is passed over. */
const take = (core: Core, activityArn: string, worker: string | undefined): Task | undefined => {
  const row = core.tokens.firstUntaken(activityArn, (token) => core.answers.has(token) || core.sleepers.awaits(token));
  if (!row) return undefined;
  core.tokens.take(row.token, core.clock.now(), worker);
  stirToken(core, row.token);
  return { taskToken: row.token, input: row.input ?? '{}' };
};

const waited = (
  core: Core,
  activityArn: string,
  worker: string | undefined,
  signal: CallContext['signal'],
): Promise<Task | object> =>
  new Promise((resolve) => {
    const settle = (answer: Task | object): void => {
      stop();
      timer.cancel();
      signal?.removeEventListener('abort', leave);
      resolve(answer);
    };
    const leave = (): void => settle({});
    const stop = core.polls.wait(
      activityArn,
      () => {
        const task = take(core, activityArn, worker);
        if (task) settle(task);
        return task !== undefined;
      },
      leave,
    );
    const timer = core.clock.at(core.clock.now() + LONGEST_POLL, leave);
    signal?.addEventListener('abort', leave);
    if (signal?.aborted) leave();
  });
