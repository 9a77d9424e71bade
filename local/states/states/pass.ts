import type { StateRunner } from './run-state.ts';

/** Passes its input on, reshaped by its fields. */
export const runPass: StateRunner = async (visit) => visit.outcome(await visit.language.passed(visit.frame()));
