import type { ResourceType } from '../../assembly/resource-type.ts';
import { AwsError } from '../../aws/error.ts';
import type { UserPool } from '../backend.ts';
import type { Domains } from './domains.ts';

type FindPool = (id: string) => Promise<UserPool>;

/** Where a template puts a user pool's hosted sign-in. */
export const domainResource = (domains: Domains, findPool: FindPool): ResourceType => ({
  type: 'AWS::Cognito::UserPoolDomain',
  honoured: ['Domain', 'UserPoolId'],
  withoutEffect: { ManagedLoginVersion: 'the pages here have one look' },
  async create({ path, properties }) {
    if (properties.CustomDomainConfig !== undefined)
      throw new AwsError(
        'InvalidParameterException',
        `${path}: CustomDomainConfig needs a name and a certificate of your own, and a laptop answers for neither. Leave it out; Domain is a prefix then.`,
      );
    const [prefix, poolId] = [String(properties.Domain), String(properties.UserPoolId)];
    await findPool(poolId);
    domains.declare(prefix, poolId);
    return { ref: prefix, attributes: {} };
  },
  taken({ properties }) {
    const prefix = String(properties.Domain);
    return domains.poolOf(prefix) === undefined ? undefined : prefix;
  },
  remove(_resource, { ref }) {
    domains.remove(ref);
  },
});
