import type { PolicyStatement, Principal } from '../aws/principal.ts';
import type { Permission } from '../aws/service.ts';
import { type Circumstances, type Context, contextOf } from './context.ts';
import { namingOf } from './named.ts';
import { applies } from './statement.ts';

/** What was decided, and by which kind of policy where it was an explicit deny. */
export type Decision = 'allow' | 'denied-by-identity' | 'denied-by-resource' | 'implicit-deny';

const NONE: readonly PolicyStatement[] = [];

/**
 * Decides as IAM does within one account: an explicit deny anywhere wins, then an allow of the caller's own policies or of the
 * resource's, else the call is refused. The owner of the laptop has every right but for what a resource's policy denies him.
 * A statement with a condition or policy variable that the runtime cannot judge never grants, and always denies.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const evaluate = (
  principal: Principal,
  permission: Permission,
  ofResource: readonly PolicyStatement[] = NONE,
  circumstances: Circumstances = {},
): Decision => {
  const own = principal.policies;
  if (own === 'administrator' && ofResource.length === 0) return 'allow';
  const context = contextOf(permission, principal, circumstances);
  const resource = byResource(ofResource, principal, permission, context);
  if (resource === 'deny') return 'denied-by-resource';
  if (own === 'administrator') return 'allow';
  const identity = byIdentity(own, permission, context);
  if (identity === 'deny') return 'denied-by-identity';
  return identity === 'allow' || resource === 'allow' ? 'allow' : 'implicit-deny';
};

type Word = 'allow' | 'deny' | 'silence';

const byIdentity = (statements: readonly PolicyStatement[], permission: Permission, context: Context): Word => {
  let word: Word = 'silence';
  for (const statement of statements) {
    const verdict = applies(statement, permission, context);
    if (statement.Effect === 'Deny' && verdict !== 'fails') return 'deny';
    if (statement.Effect === 'Allow' && verdict === 'holds') word = 'allow';
  }
  return word;
};

const byResource = (
  statements: readonly PolicyStatement[],
  principal: Principal,
  permission: Permission,
  context: Context,
): Word => {
  let word: Word = 'silence';
  for (const statement of statements) {
    const naming = namingOf(statement, principal);
    if (naming === 'none') continue;
    const verdict = applies(statement, permission, context);
    if (statement.Effect === 'Deny' && verdict !== 'fails') return 'deny';
    if (statement.Effect === 'Allow' && verdict === 'holds' && naming === 'named') word = 'allow';
  }
  return word;
};
