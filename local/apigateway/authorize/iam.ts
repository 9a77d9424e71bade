import { AwsError } from '../../aws/error.ts';
import type { Principal } from '../../aws/principal.ts';
import type { Cloud } from '../../aws/service.ts';
import type { Clock } from '../../clock.ts';
import { authenticate } from '../../front-door/authenticate.ts';
import type { WireRequest } from '../../front-door/canonical.ts';
import { claimOf } from '../../front-door/claim.ts';
import type { Identities } from '../../iam/identities.ts';

type Options = { clock: Clock; identities: Identities; cloud: () => Cloud };

export type Signer = { principal: Principal; accessKeyId: string };

/**
 * Checks a request's signature and whether its signer may invoke `resource`; undefined where either fails. Throws what is
 * no fault of the request.
 */
export const createIamAuthorize =
  ({ clock, identities, cloud }: Options) =>
  (wire: WireRequest, body: Buffer, resource: string): Signer | undefined => {
    try {
      const claim = claimOf(wire);
      if (claim?.scope.service !== 'execute-api') return undefined;
      const { principal } = authenticate(wire, claim, body, 'rest-json', { clock, identities });
      const refused = cloud().refusalOf('execute-api', principal, { action: 'execute-api:Invoke', resource });
      return refused ? undefined : { principal, accessKeyId: claim.scope.accessKeyId };
    } catch (error) {
      if (error instanceof AwsError) return undefined;
      throw error;
    }
  };

/** The signer as events of payload 2.0 describe it. */
export const signerContext = ({ principal, accessKeyId }: Signer): object => ({
  accessKey: accessKeyId,
  accountId: principal.accountId,
  callerId: principal.arn.slice(principal.arn.lastIndexOf('/') + 1),
  cognitoIdentity: null,
  principalOrgId: null,
  userArn: principal.arn,
  userId: principal.arn.slice(principal.arn.lastIndexOf('/') + 1),
});
