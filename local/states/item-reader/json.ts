import { isObject, type Json } from '../language/json.ts';
import { readerFailed } from './failed.ts';

/** The items of a JSON document: the array that it is, or the one that `pointer` (RFC 6901) leads to. */
export const jsonItems = (text: string, pointer = ''): Json[] => {
  const items = follow(parse(text), pointer);
  if (!Array.isArray(items)) throw readerFailed('Attempting to map over non-iterable node.');
  return items;
};

/** One item a line; empty lines are none. */
export function* jsonLinesItems(text: string): Generator<Json> {
  for (const line of text.split('\n')) if (line.trim() !== '') yield parse(line);
}

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw readerFailed(`The data is not valid JSON: ${(error as Error).message}`);
  }
};

const follow = (document: Json, pointer: string): Json | undefined => {
  let value: Json | undefined = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = /^\d+$/.test(name) ? value[Number(name)] : undefined;
    else value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
};
