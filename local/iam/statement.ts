import type { PolicyStatement } from '../aws/principal.ts';
import type { Permission } from '../aws/service.ts';
import { literal, matchesAction, matchesWildcard } from '../aws/wildcard.ts';
import { judge, type Verdict } from './conditions.ts';
import type { Context } from './context.ts';

/** Whether a statement speaks of this action on this resource under these circumstances, whoever calls. */
export const applies = (statement: PolicyStatement, permission: Permission, context: Context): Verdict => {
  if (!coversAction(statement, permission.action)) return 'fails';
  const resource = resourceVerdict(statement, permission.resource, context);
  if (resource === 'fails') return 'fails';
  const condition = conditionVerdict(statement, context);
  return condition === 'holds' ? resource : condition;
};

const coversAction = ({ Action, NotAction }: PolicyStatement, action: string): boolean => {
  if (Action !== undefined) return list(Action).some((pattern) => matchesAction(pattern, action));
  return NotAction !== undefined && !list(NotAction).some((pattern) => matchesAction(pattern, action));
};

const resourceVerdict = (statement: PolicyStatement, resource: string, context: Context): Verdict => {
  const patterns = list(statement.Resource ?? statement.NotResource).map((pattern) => substitute(pattern, context));
  const covered = patterns.some((pattern) => pattern !== undefined && matchesWildcard(pattern, resource));
  if (statement.Resource !== undefined && covered) return 'holds';
  if (statement.NotResource !== undefined && covered) return 'fails';
  if (patterns.includes(undefined)) return 'unknown';
  return statement.NotResource === undefined ? 'fails' : 'holds';
};

/** Keys that requests have on AWS and lack here: what asks for them cannot be judged. */
const NOT_CARRIED = new Set(['aws:useragent', 'aws:referer']);

const conditionVerdict = ({ Condition = {} }: PolicyStatement, context: Context): Verdict => {
  let result: Verdict = 'holds';
  for (const [operator, keys] of Object.entries(Condition)) {
    for (const [key, wanted] of Object.entries(keys)) {
      const expected = list(wanted).map((value) => substitute(String(value), context));
      const known = expected.filter((value) => value !== undefined);
      const unknown = known.length < expected.length || NOT_CARRIED.has(key.toLowerCase());
      const verdict = unknown ? 'unknown' : judge(operator, known, context.get(key.toLowerCase()));
      if (verdict === 'fails') return 'fails';
      if (verdict === 'unknown') result = 'unknown';
    }
  }
  return result;
};

/** Fills policy variables in; undefined where one has no single value. `${*}`, `${?}` and `${$}` stand for themselves. */
const substitute = (text: string, context: Context): string | undefined => {
  if (!text.includes('${')) return text;
  let missing = false;
  const filled = text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const [key = '', fallback] = name.split(',').map((part) => part.trim());
    if (key === '*' || key === '?' || key === '$') return literal(key);
    const values = context.get(key.toLowerCase());
    if (values?.length === 1 && values[0] !== undefined) return literal(values[0]);
    if (fallback !== undefined) return literal(fallback.replace(/^'|'$/g, ''));
    missing = true;
    return '';
  });
  return missing ? undefined : filled;
};

const list = (value: string | string[] | undefined): string[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};
