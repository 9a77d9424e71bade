import type { PolicyStatement, Principal } from '../aws/principal.ts';

/**
 * How a resource's policy names a caller: itself, its role, its service or everyone (`named`), only its account, which leaves
 * the decision to the caller's own policies (`account`), or not at all.
 */
export type Naming = 'named' | 'account' | 'none';

type Names = { AWS?: string | string[]; Service?: string | string[] };

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const namingOf = ({ Principal: named, NotPrincipal: others }: PolicyStatement, caller: Principal): Naming => {
  if (others !== undefined) return naming(others, caller) === 'none' ? 'named' : 'none';
  return naming(named, caller);
};

const naming = (principal: unknown, caller: Principal): Naming => {
  if (principal === '*') return 'named';
  const { AWS, Service } = (principal ?? {}) as Names;
  const identities = [AWS ?? []].flat();
  if (identities.includes('*')) return 'named';
  if (caller.service) return [Service ?? []].flat().includes(caller.service.name) ? 'named' : 'none';
  if (identities.includes(caller.arn) || (caller.roleArn && identities.includes(caller.roleArn))) return 'named';
  const account = [caller.accountId, `arn:aws:iam::${caller.accountId}:root`];
  return identities.some((each) => account.includes(each)) ? 'account' : 'none';
};
