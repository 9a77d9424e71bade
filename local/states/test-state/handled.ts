import { checkSize } from '../interpreter/data-limit.ts';
import type { Catcher } from '../language/definition.ts';
import { errorEquals } from '../language/error-equals.ts';
import { textOf } from '../language/json-text.ts';
import { retryOf } from '../language/retry.ts';
import { StateError } from '../language/state-error.ts';
import type { TestedState } from './tested-state.ts';
import type { TestedVisit } from './tested-visit.ts';

/** How a test ended; `output` is JSON text. */
export type Answer = {
  status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  output?: string;
  error?: string | undefined;
  cause?: string | undefined;
  nextState?: string | undefined;
};

type Circumstances = { tested: TestedState; retryCount: number };

/** What comes of an error: the Retry or Catch that takes it, of the state itself or of the states around it. */
export const handled = async (
  visit: TestedVisit,
  error: StateError,
  { tested, retryCount }: Circumstances,
): Promise<Answer> => {
  const { core } = visit.run;
  const told = { error: error.error, cause: error.reason };
  for (const state of [tested.state, ...tested.around]) {
    const retriers = state.Retry ?? [];
    const counts = retriers.map(() => retryCount);
    const retry = retryOf(retriers, error.error, counts, core.random);
    if (retry) {
      const retryBackoffIntervalSeconds = Math.round(retry.delay / 1000);
      visit.inspection.handled({ retryIndex: retry.retrier, retryBackoffIntervalSeconds });
      return { status: 'RETRIABLE', ...told };
    }
    const catchIndex = state.Catch?.findIndex(({ ErrorEquals }) => errorEquals(ErrorEquals, error.error)) ?? -1;
    const catcher = state.Catch?.[catchIndex];
    if (!catcher) continue;
    return await caught(visit.of(state), catcher, catchIndex, error);
  }
  return { status: 'FAILED', ...told };
};

const caught = async (visit: TestedVisit, catcher: Catcher, catchIndex: number, error: StateError): Promise<Answer> => {
  try {
    const { output, assigned } = await visit.caught(catcher, error);
    checkSize(output, visit.name);
    visit.inspection.handled({ catchIndex });
    visit.tellVariables(assigned);
    const told = { error: error.error, cause: error.reason };
    return { status: 'CAUGHT_ERROR', ...told, output: textOf(output), nextState: catcher.Next };
  } catch (problem) {
    const failure = visit.failed(problem);
    if (!(failure instanceof StateError)) throw failure;
    return { status: 'FAILED', error: failure.error, cause: failure.reason };
  }
};
