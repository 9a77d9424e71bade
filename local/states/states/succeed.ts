import type { StateRunner } from './run-state.ts';

/** Ends its chain well. */
export const runSucceed: StateRunner = async (visit) => {
  const { output, assigned } = await visit.outcome(visit.input);
  return { output, assigned };
};
