import type { Json } from '../json.ts';
import type { Frame } from '../query-language.ts';
import { QueryError } from '../state-error.ts';
import { parsePath, select, shown } from './path.ts';

const ROOT = /^\$(\$?)([A-Za-z_]\w*)?/;

/** What a path is applied to and what follows: `$` is the input, `$$` the context, `$name` a variable. */
const rootOf = (path: string, frame: Frame, input: Json): { value: Json | undefined; rest: string } => {
  const [whole = '', context, variable] = ROOT.exec(path) ?? [];
  if (variable !== undefined && !context) return { value: frame.variables[variable], rest: path.slice(whole.length) };
  return context ? { value: frame.context, rest: path.slice(2) } : { value: input, rest: path.slice(1) };
};

/** What a path leads to, or undefined where it leads nowhere. A path that can match many gives an array. */
export const find = (path: string, frame: Frame, input: Json): Json | undefined => {
  const { value, rest } = rootOf(path, frame, input);
  const parsed = parsePath(rest);
  if (!parsed) throw new QueryError('States.Runtime', `Invalid path '${path}'`);
  if (value === undefined) return undefined;
  const found = select(value, parsed);
  return parsed.definite ? found[0] : found;
};

/** What a path leads to. Throws `States.Runtime` where that is nothing. */
export const read = (path: string, frame: Frame, input: Json, error = 'States.Runtime'): Json => {
  const value = find(path, frame, input);
  if (value !== undefined) return value;
  const { value: root, rest } = rootOf(path, frame, input);
  const parsed = parsePath(rest);
  const steps = parsed?.steps.length ?? 0;
  let reached = steps;
  while (parsed && reached > 0 && root !== undefined) {
    if (select(root, { ...parsed, steps: parsed.steps.slice(0, reached) }).length > 0) break;
    reached -= 1;
  }
  const why =
    parsed && reached < steps - 1
      ? `Missing property in path ${shown(parsed, reached + 1)}`
      : `No results for path: ${parsed ? shown(parsed) : path}`;
  throw new QueryError(error, `Invalid path '${path}' : ${why}`);
};
