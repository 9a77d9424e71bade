import type { Principal } from '../aws/principal.ts';
import { contextOf } from './context.ts';
import { namingOf } from './named.ts';
import type { Role } from './role.ts';
import { applies } from './statement.ts';

/**
 * Whether a role's trust policy lets `caller`, a user, a role or a service, assume it. To name the caller's account is enough
 * here: whether his own policies let him ask is judged apart.
 */
export const trusts = ({ arn, trust }: Pick<Role, 'arn' | 'trust'>, caller: Principal): boolean => {
  const permission = { action: 'sts:AssumeRole', resource: arn };
  const context = contextOf(permission, caller);
  let trusted = false;
  for (const statement of trust) {
    if (namingOf(statement, caller) === 'none') continue;
    // A trust policy names no resource: it stands on its role.
    const verdict = applies({ ...statement, Resource: arn }, permission, context);
    if (statement.Effect === 'Deny' && verdict !== 'fails') return false;
    if (statement.Effect === 'Allow' && verdict === 'holds') trusted = true;
  }
  return trusted;
};
