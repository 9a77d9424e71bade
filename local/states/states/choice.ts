import { QueryError } from '../language/state-error.ts';
import type { StateRunner } from './run-state.ts';

const NOWHERE = 'Failed to transition out of the state. The state does not point to a next state.';

/** Goes where the first rule that holds points, else to the default. */
export const runChoice: StateRunner = async (visit) => {
  const rule = await visit.language.choose(visit.frame());
  if (rule) return await visit.outcome(visit.input, rule);
  const { Default } = visit.state;
  if (Default === undefined) throw new QueryError('States.NoChoiceMatched', NOWHERE);
  return await visit.outcome(visit.input, visit.state, Default);
};
