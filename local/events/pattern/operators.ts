import { BlockList, isIP } from 'node:net';
import { AwsError } from '../../aws/error.ts';

export type Matcher = (value: unknown) => boolean;

type Compile = (argument: unknown, path: string) => Matcher;

const refuse = (reason: string, path: string): AwsError =>
  new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason} at "${path}"`);

/** What a table itself has under a name, and nothing that every object has. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Compiles `{ name: argument }` of an event pattern. Throws `InvalidEventPatternException`, operators being case-sensitive. */
export const operator = (name: string, argument: unknown, path: string): Matcher => {
  const compile = own(OPERATORS, name);
  if (!compile) throw refuse(`Unrecognized match type ${name}`, path);
  return compile(argument, path);
};

const text = (name: string, argument: unknown, path: string): string => {
  if (typeof argument !== 'string') throw refuse(`${name} match pattern must be a string`, path);
  return argument;
};

const ignoringCase = (argument: unknown): string | undefined => {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return undefined;
  const [[name, value] = [], ...more] = Object.entries(argument);
  return name === 'equals-ignore-case' && more.length === 0 && typeof value === 'string' ? value : undefined;
};

/** `prefix` and `suffix` take a string, or `{ "equals-ignore-case": string }`. */
const edge =
  (name: string, test: (value: string, wanted: string) => boolean): Compile =>
  (argument, path) => {
    const insensitive = ignoringCase(argument);
    if (insensitive !== undefined)
      return (value) => typeof value === 'string' && test(value.toLowerCase(), insensitive.toLowerCase());
    const wanted = text(name, argument, path);
    return (value) => typeof value === 'string' && test(value, wanted);
  };

const COMPARISONS: Readonly<Record<string, (value: number, wanted: number) => boolean>> = {
  '<': (value, wanted) => value < wanted,
  '<=': (value, wanted) => value <= wanted,
  '>': (value, wanted) => value > wanted,
  '>=': (value, wanted) => value >= wanted,
  '=': (value, wanted) => value === wanted,
};

/** Numbers are compared between plus and minus five billion. */
const NUMBER_LIMIT = 5_000_000_000;

const numeric: Compile = (argument, path) => {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length > 4 || argument.length % 2 !== 0) {
    throw refuse('Value of numeric must be an array of one or two comparisons', path);
  }
  const tests: Matcher[] = [];
  for (let index = 0; index < argument.length; index += 2) {
    const [sign, wanted] = [argument[index], argument[index + 1]];
    const compare = typeof sign === 'string' ? own(COMPARISONS, sign) : undefined;
    if (!compare) throw refuse(`Unrecognized numeric range operator: ${sign}`, path);
    if (typeof wanted !== 'number' || Math.abs(wanted) > NUMBER_LIMIT)
      throw refuse('Value of numeric is not a number in range', path);
    tests.push((value) => typeof value === 'number' && compare(value, wanted));
  }
  const [first, , second] = argument as string[];
  const lower = first === '>' || first === '>=';
  const upper = second === '<' || second === '<=';
  if (second !== undefined && !(lower && upper)) throw refuse(`Bad numeric range operator: ${second}`, path);
  if (second !== undefined && !(Number(argument[1]) < Number(argument[3])))
    throw refuse('Bottom must be less than top', path);
  return (value) => tests.every((test) => test(value));
};

const cidr: Compile = (argument, path) => {
  const [address = '', bits = '', ...more] = text('cidr', argument, path).split('/');
  const version = isIP(address);
  const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (version === 0 || more.length > 0 || !(prefix <= (version === 4 ? 32 : 128))) {
    throw refuse(`Malformed CIDR, one '/' required: ${argument}`, path);
  }
  const block = new BlockList();
  const family = version === 4 ? 'ipv4' : 'ipv6';
  block.addSubnet(address, prefix, family);
  return (value) => typeof value === 'string' && isIP(value) === version && block.check(value, family);
};

/** Bound on a wildcard's cost: AWS refuses rules whose automaton would grow too large. */
const WILDCARD_LIMIT = 5;

const wildcard: Compile = (argument, path) => {
  const wanted = text('wildcard', argument, path);
  if (/\*\*/.test(wanted)) throw refuse('Consecutive wildcard characters', path);
  const pieces = wildcardPieces(wanted, path);
  if (pieces.length - 1 > WILDCARD_LIMIT)
    throw refuse(
      'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character',
      path,
    );
  return (value) => typeof value === 'string' && hasPieces(value, pieces);
};

/** The literal pieces between asterisks; `\*` and `\\` are literal. */
const wildcardPieces = (pattern: string, path: string): string[] => {
  const pieces = [''];
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index] ?? '';
    if (character === '*') pieces.push('');
    else if (character === '\\') {
      const next = pattern[++index];
      if (next !== '*' && next !== '\\') throw refuse('Invalid escape character', path);
      pieces[pieces.length - 1] += next;
    } else pieces[pieces.length - 1] += character;
  }
  return pieces;
};

const hasPieces = (value: string, pieces: readonly string[]): boolean => {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = value.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
};

const ignoreCase: Compile = (argument, path) => {
  const wanted = text('equals-ignore-case', argument, path).toLowerCase();
  return (value) => typeof value === 'string' && value.toLowerCase() === wanted;
};

/** `anything-but` takes a value, a list of strings or of numbers, or one of these operators with a string or list of them. */
const BUT: Readonly<Record<string, Compile>> = {
  prefix: (argument, path) =>
    edge('prefix', (value, wanted) => value.startsWith(wanted))(notEmpty(argument, path), path),
  suffix: (argument, path) => edge('suffix', (value, wanted) => value.endsWith(wanted))(notEmpty(argument, path), path),
  wildcard,
  'equals-ignore-case': ignoreCase,
};

const notEmpty = (argument: unknown, path: string): string => {
  if (typeof argument !== 'string' || argument === '')
    throw refuse('Value of anything-but must be a string that is not empty', path);
  return argument;
};

const anythingBut: Compile = (argument, path) => {
  if (typeof argument === 'object' && argument !== null && !Array.isArray(argument)) {
    const [[name = '', value] = [], ...more] = Object.entries(argument);
    const compile = own(BUT, name);
    if (!compile || more.length > 0) throw refuse(`Unsupported anything-but pattern: ${name}`, path);
    const wanted = [value].flat();
    if (wanted.length === 0) throw refuse('Empty arrays are not allowed', path);
    const tests = wanted.map((item) => compile(item, path));
    return (candidate) => !tests.some((test) => test(candidate));
  }
  const values: unknown[] = [argument].flat();
  const kinds = new Set(values.map((value) => typeof value));
  if (values.length === 0 || kinds.size > 1 || !['string', 'number', 'boolean'].includes([...kinds][0] ?? '')) {
    throw refuse(
      'Inside anything but list, start|null|boolean is not supported: all values are strings or all are numbers',
      path,
    );
  }
  return (candidate) => !values.includes(candidate);
};

const OPERATORS: Readonly<Record<string, Compile>> = {
  prefix: edge('prefix', (value, wanted) => value.startsWith(wanted)),
  suffix: edge('suffix', (value, wanted) => value.endsWith(wanted)),
  'equals-ignore-case': ignoreCase,
  wildcard,
  numeric,
  cidr,
  'anything-but': anythingBut,
};
