import type { Block, State } from '../language/definition.ts';
import { invalid } from './refusals.ts';

/** Throws `ValidationException` where an error is said to come from a state that the tested one does not hold. */
export const checkErrorSource = (state: State, name: string | undefined): void => {
  if (name === undefined || holds(state, name)) return;
  throw invalid(`The state '${name}' that caused the error was not found in the Map or Parallel state`);
};

const holds = ({ ItemProcessor, Iterator: iterator, Branches = [] }: State, name: string): boolean =>
  [ItemProcessor, iterator, ...Branches].some((block) => block !== undefined && has(block, name));

const has = ({ States }: Block, name: string): boolean =>
  Object.hasOwn(States, name) || Object.values(States).some((state) => holds(state, name));
