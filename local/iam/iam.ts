import { queryHandler } from '../aws/query.ts';
import type { Service } from '../aws/service.ts';
import { getPolicy, getPolicyVersion } from './actions/policies.ts';
import { getRole, getRolePolicy, listAttachedRolePolicies, listRolePolicies, listRoles } from './actions/roles.ts';
import { simulatePrincipalPolicy } from './actions/simulate-principal-policy.ts';
import type { Identities } from './identities.ts';

/** IAM, to be read: roles and policies come with templates alone. */
export const iamService = (identities: Identities, accountId: string): Service => ({
  name: 'iam',
  handle: queryHandler('iam', 'https://iam.amazonaws.com/doc/2010-05-08/'),
  operations: {
    GetPolicy: getPolicy(identities),
    GetPolicyVersion: getPolicyVersion(identities),
    GetRole: getRole(identities, accountId),
    GetRolePolicy: getRolePolicy(identities, accountId),
    ListAttachedRolePolicies: listAttachedRolePolicies(identities, accountId),
    ListRolePolicies: listRolePolicies(identities, accountId),
    ListRoles: listRoles(identities),
    SimulatePrincipalPolicy: simulatePrincipalPolicy(identities),
  },
});
