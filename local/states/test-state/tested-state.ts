import { invalidDefinition } from '../actions/errors.ts';
import type { Core } from '../core.ts';
import type { Block, Definition, State } from '../language/definition.ts';
import type { ValidationContext } from '../language/diagnostic.ts';
import { isObject } from '../language/json.ts';
import { validate } from '../language/validate.ts';
import { invalid } from './refusals.ts';

/** The name that AWS gives to a state under test, whatever it is called in its machine. */
export const TESTED_NAME = 'StateName';

/** A state under test: the machine that it is of, and the Map and Parallel states around it, the innermost first. */
export type TestedState = { state: State; machine: Definition; path: string; around: State[] };

/**
 * Finds the state that is to be tested: the definition itself or, by `name`, one of the machine that the definition is.
 * Throws `InvalidDefinition`, and `ValidationException` where the machine has no such state.
 */
export const testedState = (core: Core, text: string, name: string | undefined): TestedState => {
  // A state that is not run may use any service of AWS; one that is run is held against the runtime's by `checkReach`.
  const context: ValidationContext = { type: 'STANDARD', cloud: core.cloud(), anywhere: true };
  if (name !== undefined) {
    const machine = checked(text, context);
    const found = find(machine, name, '', []);
    if (!found) throw invalid('State not found in definition');
    return { ...found, machine };
  }
  const machine = checked(machineOf(text), { ...context, open: true });
  return { state: machine.States[TESTED_NAME] as State, machine, path: `/States/${TESTED_NAME}`, around: [] };
};

const checked = (text: string, context: ValidationContext): Definition => {
  const problems = validate(text, context);
  if (problems.length > 0) throw invalidDefinition(problems);
  return JSON.parse(text) as Definition;
};

/** A machine of one state; a text that is no object stays, for validation to say what is wrong with it. */
const machineOf = (text: string): string => {
  try {
    const state: unknown = JSON.parse(text);
    if (isObject(state)) return JSON.stringify({ StartAt: TESTED_NAME, States: { [TESTED_NAME]: state } });
  } catch {
    // Not JSON.
  }
  return text;
};

type Found = Omit<TestedState, 'machine'>;

const find = ({ States }: Block, name: string, at: string, around: State[]): Found | undefined => {
  const state = Object.hasOwn(States, name) ? States[name] : undefined;
  if (state) return { state, path: `${at}/States/${name}`, around };
  for (const [outer, holder] of Object.entries(States)) {
    const { ItemProcessor, Iterator: iterator, Branches = [] } = holder;
    const blocks: [string, Block | undefined][] = [
      ['ItemProcessor', ItemProcessor],
      ['Iterator', iterator],
      ...Branches.map((branch, index): [string, Block] => [`Branches[${index}]`, branch]),
    ];
    for (const [place, block] of blocks) {
      const found = block && find(block, name, `${at}/States/${outer}/${place}`, [holder, ...around]);
      if (found) return found;
    }
  }
  return undefined;
};
