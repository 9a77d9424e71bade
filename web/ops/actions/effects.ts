import { objectIn } from '@marquee/ui/json-object.ts';
import type { ExecutionTree, Visit } from '../history/model.ts';

type State = {
  Type?: string;
  Resource?: string;
  Arguments?: Readonly<Record<string, unknown>>;
  Parameters?: Readonly<Record<string, unknown>>;
  Next?: string;
  Default?: string;
  Choices?: readonly { Next?: string }[];
  Catch?: readonly { Next?: string; ErrorEquals?: readonly string[] }[];
  ItemProcessor?: Definition;
  Iterator?: Definition;
  Branches?: readonly Definition[];
};

export type Definition = { StartAt?: string; States?: Readonly<Record<string, State>> };

/** What running a state once more does to the world. */
export type Effect = {
  /** Its name, behind those of the Maps and Parallels around it. */
  state: string;
  /** `again`: it happens once more; `same`: it runs, and leaves what is there as it is; `once`: it is refused the second time. */
  kind: 'again' | 'same' | 'once';
  says: string;
  /** Only if the execution gets there: the last time it did not. */
  maybe: boolean;
};

export const parseDefinition = (text: string | undefined): Definition => objectIn(text);

const has = (args: Readonly<Record<string, unknown>>, name: string): boolean => name in args || `${name}.$` in args;

type Said = Pick<Effect, 'kind' | 'says'>;

const again = (says: string): Said => ({ kind: 'again', says });
const same = (says: string): Said => ({ kind: 'same', says });
const once = (says: string): Said => ({ kind: 'once', says });

const ofTask = ({ Resource = '', Arguments, Parameters }: State): Said => {
  const args = Arguments ?? Parameters ?? {};
  const [, service = '', operation = ''] = /arn:[\w-]+:states:::(?:aws-sdk:)?([\w-]+):(\w+)/.exec(Resource) ?? [];
  if (/waitForTaskToken/.test(Resource)) return again('Waits for an answer to a new token; the former token is void.');
  if (service === 'lambda' || /:lambda:/.test(Resource))
    return same('The function runs again; for the same input it leaves the same behind.');
  if (service === 'dynamodb') {
    if (/^(get|query|scan|batchGet)/i.test(operation)) return same('Reads again.');
    const text = JSON.stringify(args);
    return /ConditionExpression|ConditionCheck/.test(text)
      ? once('Writes only where its condition still holds.')
      : same('Writes the same record under the same key.');
  }
  if (service === 'states')
    return has(args, 'Name')
      ? once('Starts its execution by a fixed name: one that there is already is not started again.')
      : again('Starts another execution.');
  if (service === 'events')
    return same('Announces the event again under its own id; whoever did its work does nothing.');
  if (service === 'sqs' || service === 'sns') return again('Sends the message again.');
  if (service === 's3') return same('Writes or reads the same key.');
  return again(`Calls ${service || Resource} ${operation} again.`.replace('  ', ' '));
};

/** Of the state at which a redrive goes on, what succeeded within it stays. */
const ofStateGoneOnWith = (state: State): Said | undefined => {
  if (state.Type === 'Map') return again('The items that did not succeed go on, each at the state that ended it.');
  if (state.Type === 'Parallel')
    return again('The branches that did not succeed go on, each at the state that ended it.');
  return ofState(state);
};

const ofState = (state: State): Said | undefined => {
  switch (state.Type) {
    case 'Task':
      return ofTask(state);
    case 'Wait':
      return again('Waits anew from now.');
    case 'Map':
      return again('Every item runs again.');
    case 'Parallel':
      return again('Every branch runs again.');
    default:
      return undefined;
  }
};

const nextOf = ({ Next, Default, Choices = [] }: State): string[] =>
  [Next, ...Choices.map((choice) => choice.Next), Default].filter((name) => name !== undefined);

/** The top states that may run once one of them begins, nearest first; what only a failure leads to is left out. */
export const reachableFrom = ({ States = {} }: Definition, start: string): string[] => {
  const found = new Set([start]);
  for (const name of found) for (const next of nextOf(States[name] ?? {})) if (next in States) found.add(next);
  return [...found];
};

/** What happens once more, and what does not, when the states from `start` on run again: all of them in a rerun, what did not succeed in a redrive. */
export const effectsFrom = (
  definition: Definition,
  start: string,
  tree: ExecutionTree | undefined,
  how: 'redrive' | 'rerun' = 'rerun',
): Effect[] => {
  const visited = new Set(tree?.visits.map(({ path }) => path.replace(/\/\d+(?=\/)/g, '')));
  const within = (part: Definition, from: string, above: string): Effect[] =>
    reachableFrom(part, from).flatMap((name) => {
      const state = part.States?.[name] ?? {};
      const path = above === '' ? name : `${above}/${name}`;
      const said = how === 'redrive' && path === start ? ofStateGoneOnWith(state) : ofState(state);
      const own = said ? [{ state: path, ...said, maybe: !visited.has(path) }] : [];
      const parts = [state.ItemProcessor, state.Iterator, ...(state.Branches ?? [])];
      return [...own, ...parts.flatMap((each) => (each?.StartAt ? within(each, each.StartAt, path) : []))];
    });
  return within(definition, start, '');
};

/** The top state at which a redrive goes on, or a rerun best begins: the one that ended the execution. */
export const endingState = (tree: ExecutionTree): Visit | undefined =>
  tree.visits.findLast(
    ({ parent, standing }) =>
      parent === undefined && standing !== 'succeeded' && standing !== 'retried' && standing !== 'caught',
  );

/** The items of a Map that a redrive runs again: those that did not succeed. */
export const itemsLeft = (visit: Visit | undefined): number =>
  visit?.branches.filter(({ standing }) => standing !== 'succeeded' && standing !== 'retried').length ?? 0;
