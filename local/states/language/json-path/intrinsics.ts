import { createHash, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json } from '../json.ts';
import { QueryError } from '../state-error.ts';

type Intrinsic = (...values: Json[]) => Json;

const failed = (message: string): QueryError => new QueryError('States.IntrinsicFailure', message);
const array = (value: Json | undefined): Json[] => {
  if (Array.isArray(value)) return value;
  throw failed(`Expected an array, but was ${JSON.stringify(value)}`);
};
const text = (value: Json | undefined): string => {
  if (typeof value === 'string') return value;
  throw failed(`Expected a string, but was ${JSON.stringify(value)}`);
};
const integer = (value: Json | undefined): number => {
  if (typeof value === 'number') return Math.round(value);
  throw failed(`Expected a number, but was ${JSON.stringify(value)}`);
};
const algorithm = (value: Json | undefined): string => text(value).replace('SHA-', 'sha').toLowerCase();

const format: Intrinsic = (template, ...values) => {
  let index = 0;
  return text(template).replace(/\\(.)|\{\}/gs, (_, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    const value = values[index++];
    if (value === undefined) throw failed('States.Format has fewer arguments than places');
    return typeof value === 'object' ? javaText(value) : String(value);
  });
};

/** Objects and arrays as AWS formats them, which is how Java prints a map. */
const javaText = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (!isObject(value)) return String(value);
  return `{${Object.entries(value)
    .map(([key, member]) => `${key}=${javaText(member)}`)
    .join(', ')}}`;
};

const range: Intrinsic = (first, last, step) => {
  const [from, to, by] = [integer(first), integer(last), integer(step)];
  if (by === 0) throw failed('The step of States.ArrayRange must not be 0');
  const length = Math.max(0, Math.floor((to - from) / by) + 1);
  if (length > 1000) throw failed('States.ArrayRange makes at most 1000 items');
  return Array.from({ length }, (_, index) => from + index * by);
};

const partition: Intrinsic = (value, size) => {
  const [items, length] = [array(value), integer(size)];
  if (length < 1) throw failed('The size of a partition must be positive');
  return Array.from({ length: Math.ceil(items.length / length) }, (_, part) =>
    items.slice(part * length, (part + 1) * length),
  );
};

const merge: Intrinsic = (left, right, deep) => {
  if (!isObject(left) || !isObject(right)) throw failed('States.JsonMerge takes two objects');
  if (deep !== false) throw failed('States.JsonMerge merges shallowly only: its third argument must be false');
  return { ...left, ...right };
};

const unique = (items: Json[]): Json[] =>
  items.filter((item, index) => items.findIndex((other) => isDeepStrictEqual(other, item)) === index);

/** The intrinsic functions by name, after `States.`. */
export const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Array: (...values) => values,
  ArrayContains: (value, looked) => array(value).some((item) => isDeepStrictEqual(item, looked)),
  ArrayGetItem: (value, index) => array(value)[integer(index)] ?? null,
  ArrayLength: (value) => array(value).length,
  ArrayPartition: partition,
  ArrayRange: range,
  ArrayUnique: (value) => unique(array(value)),
  Base64Decode: (value) => Buffer.from(text(value), 'base64').toString(),
  Base64Encode: (value) => Buffer.from(text(value)).toString('base64'),
  Format: format,
  Hash: (value, name) =>
    createHash(algorithm(name))
      .update(typeof value === 'string' ? value : JSON.stringify(value))
      .digest('hex'),
  JsonMerge: merge,
  JsonToString: (value) => JSON.stringify(value),
  MathAdd: (left, right) => integer(left) + integer(right),
  MathRandom: (from, to) => integer(from) + Math.floor(Math.random() * (integer(to) - integer(from))),
  StringSplit: (value, by) =>
    text(value)
      .split(new RegExp(`[${text(by).replace(/[\]\\^-]/g, '\\$&')}]`))
      .filter(Boolean),
  StringToJson: (value) => JSON.parse(text(value)) as Json,
  UUID: () => randomUUID(),
};
