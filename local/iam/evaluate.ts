import type { PolicyStatement, Principal } from '../aws/principal.ts';
import type { Permission } from '../aws/service.ts';
import { literal, matchesAction, matchesWildcard } from '../aws/wildcard.ts';
import { judge, type Verdict } from './conditions.ts';

export type Decision = 'allow' | 'explicit-deny' | 'implicit-deny';

/**
 * Decides as IAM does on identity-based policies: an explicit deny wins, then an allow, else the call is refused.
 * A statement with a condition or policy variable that the runtime cannot judge never grants, and always denies.
 */
export const evaluate = (principal: Principal, permission: Permission): Decision => {
  if (principal.policies === 'administrator') return 'allow';
  let decision: Decision = 'implicit-deny';
  for (const statement of principal.policies) {
    const verdict = applies(statement, permission, principal);
    if (statement.Effect === 'Deny' && verdict !== 'fails') return 'explicit-deny';
    if (statement.Effect === 'Allow' && verdict === 'holds') decision = 'allow';
  }
  return decision;
};

const applies = (statement: PolicyStatement, permission: Permission, principal: Principal): Verdict => {
  if (!coversAction(statement, permission.action)) return 'fails';
  const context = contextOf(permission, principal);
  return both(resourceVerdict(statement, permission.resource, context), () => conditionVerdict(statement, context));
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

const conditionVerdict = ({ Condition = {} }: PolicyStatement, context: Context): Verdict => {
  let result: Verdict = 'holds';
  for (const [operator, keys] of Object.entries(Condition)) {
    for (const [key, wanted] of Object.entries(keys)) {
      const expected = list(wanted).map((value) => substitute(String(value), context));
      const known = expected.filter((value) => value !== undefined);
      const verdict =
        known.length === expected.length ? judge(operator, known, context.get(key.toLowerCase())) : 'unknown';
      if (verdict === 'fails') return 'fails';
      if (verdict === 'unknown') result = 'unknown';
    }
  }
  return result;
};

type Context = ReadonlyMap<string, readonly string[]>;

const contextOf = (permission: Permission, principal: Principal): Context => {
  const context = new Map<string, readonly string[]>([
    ['aws:principalarn', [principal.roleArn ?? principal.arn]],
    ['aws:principalaccount', [principal.accountId]],
    ['aws:resourceaccount', [permission.resource.split(':')[4] || principal.accountId]],
    ['aws:principaltype', [principal.roleArn ? 'AssumedRole' : 'User']],
  ]);
  if (!principal.roleArn) context.set('aws:username', [principal.arn.slice(principal.arn.lastIndexOf('/') + 1)]);
  for (const [key, values] of Object.entries(permission.context ?? {})) context.set(key.toLowerCase(), values);
  return context;
};

/** Fills policy variables in; undefined where one has no single value. `${*}`, `${?}` and `${$}` stand for themselves. */
const substitute = (text: string, context: Context): string | undefined => {
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

const both = (first: Verdict, second: () => Verdict): Verdict => {
  if (first === 'fails') return 'fails';
  const other = second();
  return other === 'holds' ? first : other;
};

const list = (value: string | string[] | undefined): string[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};
