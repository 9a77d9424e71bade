import type { Definition } from './effects.ts';

/** Longest name of a state machine and of an execution. */
const LONGEST = 80;

/** Where an execution begins again. */
export type Start = {
  state: string;
  /** JSON. */
  input: string;
  /** What is assigned before, each as JSON text. */
  variables: Readonly<Record<string, string>>;
};

/** A name that no state of the definition has. */
const freeName = (definition: Definition): string => {
  let name = 'BeginAgain';
  while (definition.States && name in definition.States) name += '_';
  return name;
};

/** Terminal: what was entered is no JSON; the message says where. */
export class NotJsonError extends Error {
  override name = 'NotJsonError';
}

/** Reads JSON that was typed. Throws `NotJsonError`, which names `what` and the place. */
export const typedJson = (what: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NotJsonError(`${what} is not JSON: ${(cause as Error).message}`, { cause });
  }
};

/**
 * The definition that begins at a state in the middle: a first state assigns the variables as they were, all others stay as
 * they are. States that nothing leads to any more are left out: Step Functions takes no others. Throws `NotJsonError`.
 */
export const definitionFrom = (definition: Definition, { state, variables }: Start): Definition => {
  const assigned = Object.fromEntries(
    Object.entries(variables).map(([name, text]) => [name, typedJson(`The variable ${name}`, text)]),
  );
  const { States = {} } = definition;
  const name = freeName(definition);
  const kept = reachable(States, state);
  const begin =
    Object.keys(assigned).length === 0
      ? { Type: 'Pass', Next: state }
      : { Type: 'Pass', Assign: escaped(assigned, isJsonata(definition)), Next: state };
  return {
    ...definition,
    StartAt: name,
    States: { [name]: begin, ...Object.fromEntries(Object.entries(States).filter(([each]) => kept.has(each))) },
  } as Definition;
};

const isJsonata = (definition: Definition): boolean =>
  (definition as { QueryLanguage?: string }).QueryLanguage === 'JSONata';

/** A text that looks like an expression is to be taken as it is: JSONata is given it as an expression that says just that text. */
const escaped = (value: unknown, jsonata: boolean): unknown => {
  if (typeof value === 'string')
    return jsonata && /^\{%[\s\S]*%\}$/.test(value) ? `{% ${JSON.stringify(value)} %}` : value;
  if (Array.isArray(value)) return value.map((each) => escaped(each, jsonata));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, escaped(each, jsonata)]));
  return value;
};

const reachable = (states: NonNullable<Definition['States']>, start: string): Set<string> => {
  const found = new Set([start]);
  for (const name of found) {
    const { Next, Default, Choices = [], Catch = [] } = states[name] ?? {};
    for (const next of [Next, Default, ...[...Choices, ...Catch].map((each) => each.Next)])
      if (next !== undefined && next in states) found.add(next);
  }
  return found;
};

/** Eight letters that tell one rerun from another. */
const mark = (random: () => number): string =>
  Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');

/** `Rerun-dev-process-asset-1a2b3c4d`: what the operator's role may make. */
export const machineName = (stage: string, workflow: string, random: () => number = Math.random): string =>
  `Rerun-${stage}-${workflow.slice(0, LONGEST - `Rerun-${stage}--12345678`.length)}-${mark(random)}`;

/** The name of the new execution: the former's, and that it is another. */
export const executionName = (former: string, random: () => number = Math.random): string =>
  `${former.slice(0, LONGEST - '-again-12345678'.length)}-again-${mark(random)}`;
