import type { Principal } from '../aws/principal.ts';

/** An AWS service that calls on behalf of one of the account's resources; only the policies of resources let it do anything. */
export const servicePrincipal = (name: string, sourceArn: string, accountId: string): Principal => ({
  arn: name,
  accountId,
  service: { name, sourceArn },
  policies: [],
});
