import { StateError } from '../language/state-error.ts';
import type { StateRunner } from './run-state.ts';

/** Ends its chain with an error of its own. */
export const runFail: StateRunner = async (visit) => {
  const frame = visit.frame();
  throw new StateError(await visit.language.text('Error', frame), await visit.language.text('Cause', frame));
};
