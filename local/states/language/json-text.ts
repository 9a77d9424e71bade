import type { Json } from './json.ts';

/**
 * The text that a value was read from, where it is not the one that the value would be written as. AWS passes a value that
 * no state has touched on as it was written, spaces included, so histories hold it so. Values are never changed in place,
 * which is what makes this right.
 */
const written = new WeakMap<object, string>();

/** Reads JSON and remembers how it was written. Throws `SyntaxError`. */
export const readText = (text: string): Json => remember(JSON.parse(text) as Json, text);

/** The text of a value: as it was written where it comes from a text whole, else without spaces. */
export const textOf = (value: Json): string =>
  typeof value === 'object' && value !== null ? (written.get(value) ?? JSON.stringify(value)) : JSON.stringify(value);

/** A list of results, each as it was written. */
export const listOf = (values: Json[]): Json => {
  if (!values.some((value) => typeof value === 'object' && value !== null && written.has(value))) return values;
  return remember(values, `[${values.map(textOf).join(',')}]`);
};

const remember = (value: Json, text: string): Json => {
  // To compare is a fraction of what an entry costs the garbage collector, and few texts have spaces to remember.
  if (typeof value === 'object' && value !== null && JSON.stringify(value) !== text) written.set(value, text);
  return value;
};
