import { AwsError } from '../../aws/error.ts';
import { named } from '../../aws/honouring.ts';
import type { Operation } from '../../aws/service.ts';
import type { UserPool } from '../backend.ts';
import type { Domains } from './domains.ts';

type Options = {
  domains: Domains;
  findPool: (id: string) => Promise<UserPool>;
  accountId: string;
  arnOf: (poolId: unknown) => string;
};

type Input = { Domain: string; UserPoolId: string };

const LOOK = { ManagedLoginVersion: 'the pages here have one look' };

/** The operations that look after the prefixes of hosted sign-ins. */
export const domainOperations = ({ domains, findPool, accountId, arnOf }: Options): Record<string, Operation> => {
  const onPool = (name: string) => (input: Input) => [
    { action: `cognito-idp:${name}`, resource: arnOf(input.UserPoolId) },
  ];
  return {
    CreateUserPoolDomain: {
      permissions: onPool('CreateUserPoolDomain'),
      members: named('Domain UserPoolId'),
      withoutEffect: LOOK,
      async run({ Domain, UserPoolId }: Input) {
        await findPool(UserPoolId);
        domains.make(Domain, UserPoolId);
        return {};
      },
    },
    DescribeUserPoolDomain: {
      permissions: () => [{ action: 'cognito-idp:DescribeUserPoolDomain', resource: '*' }],
      members: named('Domain'),
      run({ Domain }: Input) {
        const UserPoolId = domains.poolOf(Domain);
        if (UserPoolId === undefined) return { DomainDescription: {} };
        return { DomainDescription: { Domain, UserPoolId, AWSAccountId: accountId, Status: 'ACTIVE' } };
      },
    },
    DeleteUserPoolDomain: {
      permissions: onPool('DeleteUserPoolDomain'),
      members: named('Domain UserPoolId'),
      run({ Domain, UserPoolId }: Input) {
        if (domains.poolOf(Domain) !== UserPoolId)
          throw new AwsError('InvalidParameterException', 'No such domain or user pool exists.');
        domains.remove(Domain);
        return {};
      },
    },
  };
};
