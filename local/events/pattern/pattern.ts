import { AwsError } from '../../aws/error.ts';
import { type Matcher, operator } from './operators.ts';

/** Decides whether an event, as parsed JSON, has what the pattern asks for. */
export type Pattern = (event: unknown) => boolean;

/** A pattern's node: what it says of one value of the event, which is undefined where the event lacks it. */
type Node = (value: unknown) => boolean;

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
export const invalidPattern = (reason: string): AwsError =>
  new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);

/**
 * Compiles an event pattern. Throws `InvalidEventPatternException` for one that EventBridge refuses, with the path at fault.
 */
export const compilePattern = (pattern: unknown): Pattern => {
  if (!isObject(pattern) || Object.keys(pattern).length === 0) {
    throw invalidPattern('Filter is not an object');
  }
  return objectNode(pattern, '');
};

/** Compiles the text of a pattern. Throws `InvalidEventPatternException`. */
export const parsePattern = (text: string): Pattern => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalidPattern('Filter is not valid JSON');
  }
  return compilePattern(parsed);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectNode = (pattern: Readonly<Record<string, unknown>>, path: string): Node => {
  const fields = Object.entries(pattern).map(([key, wanted]): Node => {
    const where = path ? `${path}.${key}` : key;
    if (key === '$or' && Array.isArray(wanted)) return orNode(wanted, where);
    const node = fieldNode(wanted, where);
    return (value) => node(lookUp(value, key));
  });
  const all: Node = (value) => fields.every((field) => field(value));
  // An array of objects has what is asked for where one of its members has all of it.
  return (value) => (Array.isArray(value) ? value.some(all) : all(value));
};

/** A key with dots also names the way down to a deeper field, because EventBridge compares whole paths. */
const lookUp = (value: unknown, key: string): unknown => {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, key)) return value[key];
  for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
    const found = lookUp(value[key.slice(0, dot)], key.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
};

const orNode = (alternatives: readonly unknown[], path: string): Node => {
  if (alternatives.length < 2)
    throw invalidPattern(`There must have at least 2 Objects in $or relationship at ${path}`);
  const nodes = alternatives.map((alternative) => {
    if (!isObject(alternative) || Object.keys(alternative).length === 0)
      throw invalidPattern(`Only objects are allowed in the array of ${path}`);
    return objectNode(alternative, path);
  });
  return (value) => nodes.some((node) => node(value));
};

const fieldNode = (wanted: unknown, path: string): Node => {
  if (Array.isArray(wanted)) return leafNode(wanted, path);
  if (!isObject(wanted)) throw invalidPattern(`"${path}" must be an object or an array`);
  if (Object.keys(wanted).length === 0) throw invalidPattern(`Empty objects are not allowed at "${path}"`);
  return objectNode(wanted, path);
};

const leafNode = (alternatives: readonly unknown[], path: string): Node => {
  if (alternatives.length === 0) throw invalidPattern(`Empty arrays are not allowed at "${path}"`);
  const matchers = alternatives.map((alternative) => matcherOf(alternative, path));
  return (value) => matchers.some((matcher) => matcher(value));
};

const matcherOf = (alternative: unknown, path: string): Matcher => {
  if (Array.isArray(alternative))
    throw invalidPattern(`Match value must be String, number, true, false, or null at "${path}"`);
  if (!isObject(alternative)) return leaf((value) => value === alternative);
  const [entry, ...more] = Object.entries(alternative);
  if (!entry || more.length > 0) throw invalidPattern(`Only one key allowed in match expression at "${path}"`);
  const [name, argument] = entry;
  if (name === 'exists') return exists(argument, path);
  return leaf(operator(name, argument, path));
};

const exists = (argument: unknown, path: string): Matcher => {
  if (typeof argument !== 'boolean')
    throw invalidPattern(`exists match pattern must be either true or false at "${path}"`);
  const present = leaf(() => true);
  return argument ? present : (value) => !present(value);
};

/** A test of single values: an array passes where one of its members does, an object or nothing never. */
const leaf = (matcher: Matcher): Matcher => {
  const test: Matcher = (value) => {
    if (Array.isArray(value)) return value.some(test);
    return value !== undefined && !isObject(value) && matcher(value);
  };
  return test;
};
