import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../definition.ts';
import { isObject, type Json } from '../json.ts';
import type { Frame } from '../query-language.ts';
import { QueryError } from '../state-error.ts';
import { parseTimestamp } from '../timestamp.ts';
import { find, read } from './read.ts';

type Operands = { value: Json; operand: Json };
type Kind = { of(value: Json): number | string | boolean | undefined };

const KINDS: Readonly<Record<string, Kind>> = {
  Boolean: { of: (value) => (typeof value === 'boolean' ? value : undefined) },
  Numeric: { of: (value) => (typeof value === 'number' ? value : undefined) },
  String: { of: (value) => (typeof value === 'string' ? value : undefined) },
  Timestamp: { of: (value) => (typeof value === 'string' ? parseTimestamp(value) : undefined) },
};

const ORDERS: Readonly<Record<string, (left: number | string, right: number | string) => boolean>> = {
  Equals: (left, right) => left === right,
  GreaterThan: (left, right) => left > right,
  GreaterThanEquals: (left, right) => left >= right,
  LessThan: (left, right) => left < right,
  LessThanEquals: (left, right) => left <= right,
};

const IS: Readonly<Record<string, (value: Json) => boolean>> = {
  IsBoolean: (value) => typeof value === 'boolean',
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === 'number',
  IsString: (value) => typeof value === 'string',
  IsTimestamp: (value) => typeof value === 'string' && parseTimestamp(value) !== undefined,
};

const OPERATOR =
  /^(Boolean|Numeric|String|Timestamp)(Equals|GreaterThan|GreaterThanEquals|LessThan|LessThanEquals)(Path)?$/;

/** `*` stands for any characters, `\*` for a star. */
const matches = ({ value, operand }: Operands): boolean => {
  if (typeof value !== 'string' || typeof operand !== 'string') return false;
  const parts = operand.match(/\\[\s\S]|[\s\S]/g) ?? [];
  const source = parts.map((part) =>
    part === '*' ? '[\\s\\S]*' : part.replace(/^\\(.)$/s, '$1').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`).test(value);
};

/** Whether an operator exists. */
export const isOperator = (name: string): boolean =>
  name === 'StringMatches' || name === 'IsPresent' || Object.hasOwn(IS, name) || OPERATOR.test(name);

/** Whether a rule of a Choice holds. */
export const holds = (rule: Rule, frame: Frame, input: Json): boolean => {
  const all = (list: Json | undefined): boolean[] => (list as Rule[]).map((inner) => holds(inner, frame, input));
  if (rule.And !== undefined) return all(rule.And).every(Boolean);
  if (rule.Or !== undefined) return all(rule.Or).some(Boolean);
  if (isObject(rule.Not)) return !holds(rule.Not as Rule, frame, input);
  const name = Object.keys(rule).find(isOperator) ?? '';
  const path = String(rule.Variable);
  const operand = rule[name] ?? null;
  if (name === 'IsPresent') return (find(path, frame, input) !== undefined) === operand;
  const value = read(path, frame, input);
  const is = IS[name];
  if (is) return is(value) === operand;
  if (name === 'StringMatches') return matches({ value, operand });
  return compare(name, value, operand, frame, input);
};

const compare = (name: string, value: Json, operand: Json, frame: Frame, input: Json): boolean => {
  const [, kindName = '', orderName = '', byPath] = OPERATOR.exec(name) ?? [];
  const kind = KINDS[kindName];
  const order = ORDERS[orderName];
  if (!kind || !order) throw new QueryError('States.Runtime', `Unknown comparison operator ${name}`);
  const left = kind.of(value);
  const right = kind.of(byPath ? read(String(operand), frame, input) : operand);
  if (left === undefined || right === undefined) return false;
  if (typeof left === 'boolean' || typeof right === 'boolean')
    return orderName === 'Equals' && isDeepStrictEqual(left, right);
  return order(left, right);
};
