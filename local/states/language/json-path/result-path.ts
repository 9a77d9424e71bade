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
  const mismatch = new QueryError(
    'States.ResultPathMatchFailure',
    `Unable to apply ReferencePath ${path} to input ${JSON.stringify(input)}`,
  );
  if (!isObject(input) || !parsed || names.includes(undefined)) throw mismatch;
  const copy = structuredClone(input);
  let at: Json = copy;
  for (const [index, name] of names.entries()) {
    const last = index === names.length - 1;
    if (typeof name === 'number') {
      if (!Array.isArray(at) || name >= at.length) throw mismatch;
      if (last) at[name] = result;
      at = at[name] ?? null;
    } else if (name !== undefined) {
      if (!isObject(at)) throw mismatch;
      const container: JsonObject = at;
      if (last) container[name] = result;
      else if (!isObject(container[name]) && !Array.isArray(container[name])) container[name] = {};
      at = container[name] ?? null;
    }
  }
  return copy;
};
