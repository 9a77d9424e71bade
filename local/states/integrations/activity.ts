import type { Visit } from '../interpreter/visit.ts';
import type { Json } from '../language/json.ts';
import { QueryError } from '../language/state-error.ts';
import type { TokenRow } from '../store/tokens.ts';
import { awaitToken, watchToken } from './await-token.ts';
import { type Scheduled, schedule } from './schedule.ts';
import { settle } from './settle.ts';
import type { Target } from './target.ts';
import { within } from './within.ts';

/**
 * Puts a task into an activity's queue, waits until a worker has taken it, and then for the worker's answer. Times count
 * from the taking: while nobody asks for it, a task waits as long as its execution does.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export const runActivity = async (visit: Visit, target: Target): Promise<Json> => {
  checkExists(visit, target);
  const scheduled = await schedule(visit, target);
  const { token = '', timeout, heartbeat } = scheduled;
  const { since, worker } = await taken(visit, target, scheduled);
  visit.event('ActivityStarted', worker === null ? {} : { workerName: worker });
  visit.run.flush();
  const deadline = timeout === undefined ? undefined : since + timeout * 1000;
  return await settle(visit, target, scheduled, () =>
    within(visit.run, visit.scope, deadline, (scope) => awaitToken(visit.run, scope, { token, since, heartbeat })),
  );
};

const checkExists = (visit: Visit, { name }: Target): void => {
  if (visit.recorded.next === 'ActivityScheduled' || visit.run.core.activities.byArn(name)) return;
  throw new QueryError('States.Runtime', `The activity ${name} does not exist.`);
};

type Taken = { since: number; worker: string | null };

/** Waits for a worker; one that took the task before the process ended is known by the token. */
const taken = (visit: Visit, { name }: Target, { token = '', parameters, at }: Scheduled): Promise<Taken> => {
  const { core, row } = visit.run;
  visit.run.flush();
  if (visit.recorded.next === undefined) {
    core.tokens.offer({ token, execution: row.key, activityArn: name, input: JSON.stringify(parameters) });
  }
  const waiting = watchToken<Taken>(visit.run, visit.scope, token, (known: TokenRow | undefined, resolve) => {
    // A task that the history says is over has no token any more.
    if (!known || known.taken_at !== null) resolve({ since: known?.taken_at ?? at, worker: known?.worker ?? null });
    return undefined;
  });
  core.polls.offer(name);
  return waiting;
};
