import { interpret } from '../interpreter/interpret.ts';
import { Scope } from '../interpreter/scope.ts';
import { Thread } from '../interpreter/thread.ts';
import { listOf } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';
import type { StateRunner } from './run-state.ts';

/** Runs its branches at the same time; the first to fail calls the others off. */
export const runParallel: StateRunner = async (visit) => {
  const { thread, run, path, attempt } = visit;
  const input = await visit.language.arguments(visit.frame());
  visit.event('ParallelStateStarted');
  const { last, variables, mapItem } = thread;
  const branches = (visit.state.Branches ?? []).map((block, index) => {
    const scope = new Scope(visit.scope);
    return { block, thread: new Thread({ run, path: `${path}/${attempt}.${index}`, scope, last, variables, mapItem }) };
  });
  thread.children.clear();
  for (const branch of branches) thread.children.add(branch.thread);
  const outputs = await visit.together(
    branches.map(async (branch) => {
      try {
        return await interpret(branch.block, input, branch.thread);
      } catch (error) {
        if (error instanceof StateError && !visit.scope.cancelled) visit.callOff(branch.thread, error);
        throw error;
      }
    }),
  );
  thread.children.clear();
  thread.last = Math.max(thread.last, ...branches.map((branch) => branch.thread.last));
  visit.event('ParallelStateSucceeded', undefined, undefined, true);
  return await visit.outcome(listOf(outputs));
};
