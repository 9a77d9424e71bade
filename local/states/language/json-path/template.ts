import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Frame } from '../query-language.ts';
import { QueryError } from '../state-error.ts';
import { call } from './call.ts';
import { find } from './read.ts';

/** Fills a payload template: members whose names end with `.$` hold a path or a call of an intrinsic function. */
export const fillPaths = (template: Json, field: string, frame: Frame, input: Json): Json => {
  if (Array.isArray(template)) return template.map((item) => fillPaths(item, field, frame, input));
  if (!isObject(template)) return template;
  const filled: JsonObject = {};
  for (const [key, value] of Object.entries(template)) {
    if (key.endsWith('.$') && typeof value === 'string')
      filled[key.slice(0, -2)] = queried(key, value, field, frame, input);
    else filled[key] = fillPaths(value, field, frame, input);
  }
  return filled;
};

const queried = (key: string, query: string, field: string, frame: Frame, input: Json): Json => {
  if (query.startsWith('States.')) return call(query, frame, input);
  const value = find(query, frame, input);
  if (value !== undefined) return value;
  throw new QueryError(
    'States.ParameterPathFailure',
    `The JSONPath '${query}' specified for the field '${key}' could not be found in the input '${JSON.stringify(input)}'`,
    field,
  );
};
