import { isObject, type Json, type JsonObject } from '../json.ts';
import { QueryError } from '../state-error.ts';
import { parsePath } from './path.ts';

/** Puts a result into the input where a ResultPath says. Throws `States.ResultPathMatchFailure`. */
export const placeResult = (input: Json, path: string | null | undefined, result: Json): Json => {
  if (path === null) return input;
  if (path === undefined || path === '$') return result;
  const parsed = parsePath(path.slice(1));
  const names = (parsed?.steps ?? []).map((step) =>
    step.kind === 'member' ? step.name : step.kind === 'index' ? step.index : undefined,
  );
  const mismatch = (): QueryError =>
    new QueryError(
      'States.ResultPathMatchFailure',
      `Unable to apply ReferencePath ${path} to input ${JSON.stringify(input)}`,
    );
  if (!isObject(input) || !parsed || names.includes(undefined)) throw mismatch();
  return placed(input, names, 0, result, mismatch);
};

/** A copy of what leads to the result's place; everything beside that is shared, for values are never changed in place. */
const placed = (
  at: Json | undefined,
  names: readonly (string | number | undefined)[],
  depth: number,
  result: Json,
  mismatch: () => QueryError,
): Json => {
  if (depth === names.length) return result;
  const name = names[depth];
  if (typeof name === 'number') {
    const item = Array.isArray(at) ? at[name] : undefined;
    const last = depth === names.length - 1;
    if (!Array.isArray(at) || item === undefined || (!last && typeof item !== 'object')) throw mismatch();
    return at.with(name, placed(item, names, depth + 1, result, mismatch));
  }
  if (name === undefined || Array.isArray(at)) throw mismatch();
  // A member that is not there, or is no container, makes room for one.
  const container: JsonObject = isObject(at) ? at : {};
  const inner = Object.hasOwn(container, name) ? container[name] : undefined;
  return { ...container, [name]: placed(inner, names, depth + 1, result, mismatch) };
};
