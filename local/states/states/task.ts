import { perform } from '../integrations/perform.ts';
import { type Scheduled, schedule } from '../integrations/schedule.ts';
import { type Target, targetOf } from '../integrations/target.ts';
import { checkSize } from '../interpreter/data-limit.ts';
import { detailsOf, type Visit } from '../interpreter/visit.ts';
import type { Json } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import type { StateRunner } from './run-state.ts';

/** Has an integration do something, and passes its result on. A result that the history holds is not asked for again. */
export const runTask: StateRunner = async (visit) => {
  const target = targetOf(visit.state.Resource ?? '');
  if (!target) throw new StateError('States.Runtime', `The resource ${visit.state.Resource} is not recognized`);
  const scheduled = await schedule(visit, target);
  visit.event(`${target.events}Started`, target.events === 'Task' ? target.labels : undefined);
  const recorded = recordedResult(visit, target);
  return await visit.outcome(recorded ? recorded.result : await attempt(visit, target, scheduled));
};

/** How the task ended, where the history knows it. Throws the recorded error of one that failed. */
const recordedResult = (visit: Visit, { events }: Target): { result: Json } | undefined => {
  const succeeded = visit.replayed(`${events}Succeeded`);
  if (succeeded) return { result: JSON.parse(String(detailsOf(succeeded).output)) as Json };
  const failed = visit.replayed(`${events}Failed`) ?? visit.replayed(`${events}TimedOut`);
  if (failed) throw errorOf(detailsOf(failed) as { error?: string; cause?: string });
  return undefined;
};

const attempt = async (visit: Visit, target: Target, scheduled: Scheduled): Promise<Json> => {
  const { events, labels } = target;
  try {
    const result = await perform(visit, target, scheduled);
    checkSize(result, target.name);
    visit.event(`${events}Succeeded`, {
      output: JSON.stringify(result),
      outputDetails: { truncated: false },
      ...labels,
    });
    return result;
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    const type = error.error === 'States.Timeout' ? 'TimedOut' : 'Failed';
    const { error: name, reason } = error;
    // Whoever answers a token after its time is told that the task is no more.
    if (type === 'TimedOut' && scheduled.token !== undefined) visit.run.core.tokens.remove(scheduled.token);
    visit.event(`${events}${type}`, {
      ...(reason === undefined ? {} : { cause: reason }),
      ...(name === undefined ? {} : { error: name }),
      ...labels,
    });
    throw error;
  }
};

const errorOf = ({ error, cause }: { error?: string; cause?: string }): StateError => new StateError(error, cause);
