import { runActivity } from '../integrations/activity.ts';
import { perform } from '../integrations/perform.ts';
import { schedule } from '../integrations/schedule.ts';
import { settle } from '../integrations/settle.ts';
import { targetOf } from '../integrations/target.ts';
import { StateError } from '../language/state-error.ts';
import type { StateRunner } from './run-state.ts';

/** Has an integration do something, and passes its result on. A result that the history holds is not asked for again. */
export const runTask: StateRunner = async (visit) => {
  const target = targetOf(visit.state.Resource ?? '');
  if (!target) throw new StateError('States.Runtime', `The resource ${visit.state.Resource} is not recognized`);
  if (target.pattern === 'activity') return await visit.outcome(await runActivity(visit, target));
  const scheduled = await schedule(visit, target);
  visit.event(
    target.events === 'Task' ? 'TaskStarted' : 'LambdaFunctionStarted',
    target.events === 'Task' ? target.labels : undefined,
  );
  return await visit.outcome(await settle(visit, target, scheduled, () => perform(visit, target, scheduled)));
};
