import type { Block, State } from './definition.ts';
import type { Report } from './diagnostic.ts';

/** Where a state leads, with the place of each transition. */
const targetsOf = ({ Next, Default, Choices, Catch }: State): [place: string, target: string][] => [
  ...(Next === undefined ? [] : [['Next', Next] as [string, string]]),
  ...(Default === undefined ? [] : [['Default', Default] as [string, string]]),
  ...nextOf('Choices', Choices),
  ...nextOf('Catch', Catch),
];

const nextOf = (field: string, list: readonly { Next: string }[] | undefined): [string, string][] =>
  (Array.isArray(list) ? list : []).map((item, index) => [`${field}[${index}]/Next`, item?.Next] as [string, string]);

/** Whether the machine can end with a state; one that leads nowhere by mistake is told of elsewhere. */
const isTerminal = (state: State): boolean => state.End === true || targetsOf(state).length === 0;

/** Checks that every transition leads to a state of the chain, that the machine can end, and that every state can be reached. */
export const checkGraph = ({ StartAt, States }: Block, at: string, report: Report): void => {
  const dangling = (target: string, place: string): void =>
    report(`Missing 'Next' target: ${target}`, place, 'MISSING_TRANSITION_TARGET');
  if (!Object.hasOwn(States, StartAt)) dangling(StartAt, `${at}/StartAt`);
  for (const [name, state] of Object.entries(States)) {
    for (const [place, target] of targetsOf(state)) {
      if (!Object.hasOwn(States, target)) dangling(target, `${at}/States/${name}/${place}`);
    }
  }
  // Only the machine itself must have an end; one that has none is not asked whether all of it can be reached.
  if (at === '' && !Object.values(States).some(isTerminal)) {
    report('Workflow has no terminal state', undefined, 'MISSING_END_STATE');
    return;
  }
  const reached = reachedFrom(StartAt, States);
  for (const name of Object.keys(States)) {
    if (!reached.has(name))
      report(`State "${name}" is not reachable.`, `${at}/States/${name}`, 'MISSING_TRANSITION_TARGET');
  }
};

const reachedFrom = (start: string, states: Block['States']): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = Object.hasOwn(states, name) ? states[name] : undefined;
    if (!state || reached.has(name)) continue;
    reached.add(name);
    open.push(...targetsOf(state).map(([, target]) => target));
  }
  return reached;
};
