import type { Rule } from '../../definition.ts';
import { isObject, type Json } from '../../json.ts';
import type { Frame } from '../../query-language.ts';
import { QueryError } from '../../state-error.ts';
import { find, read } from '../read.ts';
import { booleanFamily } from './boolean.ts';
import type { Comparison } from './family.ts';
import { numericFamily } from './numeric.ts';
import { stringFamily } from './string.ts';
import { timestampFamily } from './timestamp.ts';
import { typeFamily } from './type.ts';

const COMPARED: Readonly<Record<string, Comparison>> = {
  ...booleanFamily,
  ...numericFamily,
  ...stringFamily,
  ...timestampFamily,
};

/** Operators whose operand can be a path, with `Path` behind their name. */
const byPath = (name: string): Comparison | undefined => {
  const [, base = ''] = /^(.+)Path$/.exec(name) ?? [];
  return base === 'StringMatches' || !Object.hasOwn(COMPARED, base) ? undefined : COMPARED[base];
};

/** Whether an operator exists. */
export const isOperator = (name: string): boolean =>
  name === 'IsPresent' ||
  Object.hasOwn(typeFamily, name) ||
  Object.hasOwn(COMPARED, name) ||
  byPath(name) !== undefined;

/** Whether a rule of a Choice holds. Throws `States.Runtime` for a path that leads nowhere. */
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
  const direct = typeFamily[name] ?? COMPARED[name];
  if (direct) return direct(value, operand);
  const compare = byPath(name);
  if (!compare) throw new QueryError('States.Runtime', `Unknown comparison operator ${name}`);
  return compare(value, read(String(operand), frame, input));
};
