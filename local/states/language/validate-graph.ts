import type { Block, State } from './definition.ts';
import type { Report } from './diagnostic.ts';

const targetsOf = ({ Next, Default, Choices, Catch }: State): [field: string, target: string][] => [
  ...(Next === undefined ? [] : [['Next', Next] as [string, string]]),
  ...(Default === undefined ? [] : [['Default', Default] as [string, string]]),
  ...(Array.isArray(Choices) ? Choices : []).map(
    ({ Next }, index) => [`Choices[${index}]/Next`, Next] as [string, string],
  ),
  ...(Array.isArray(Catch) ? Catch : []).map(({ Next }, index) => [`Catch[${index}]/Next`, Next] as [string, string]),
];

/** Checks that every transition leads to a state of the chain and that every state can be reached. */
export const checkGraph = ({ StartAt, States }: Block, at: string, report: Report): void => {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    const state = Object.hasOwn(States, name) ? States[name] : undefined;
    if (!state || reached.has(name)) return;
    reached.add(name);
    for (const [, target] of targetsOf(state)) visit(target);
  };
  if (!Object.hasOwn(States, StartAt)) {
    report(`Missing 'StartAt' target: ${StartAt}`, `${at}/StartAt`, 'MISSING_TRANSITION_TARGET');
  }
  for (const [name, state] of Object.entries(States)) {
    for (const [field, target] of targetsOf(state)) {
      if (Object.hasOwn(States, target)) continue;
      const named = field.split('/').at(-1);
      report(`Missing '${named}' target: ${target}`, `${at}/States/${name}/${field}`, 'MISSING_TRANSITION_TARGET');
    }
  }
  visit(StartAt);
  for (const name of Object.keys(States)) {
    if (!reached.has(name))
      report(`State "${name}" is not reachable.`, `${at}/States/${name}`, 'MISSING_TRANSITION_TARGET');
  }
};
