import { AwsError } from '../aws/error.ts';
import { queryHandler } from '../aws/query.ts';
import type { Service } from '../aws/service.ts';
import type { Identities } from './identities.ts';
import { trusts } from './trust.ts';

type AssumeRoleInput = { RoleArn?: string; RoleSessionName?: string; DurationSeconds?: string | number };

/** Shortest and longest session, in seconds. */
const SHORTEST = 900;
const LONGEST = 43_200;

/** AWS Security Token Service: who am I, and a role's temporary credentials. */
export const stsService = (identities: Identities): Service => ({
  name: 'sts',
  handle: queryHandler('sts', 'https://sts.amazonaws.com/doc/2011-06-15/'),
  operations: {
    GetCallerIdentity: {
      members: [],
      // Allowed to everyone, even against a policy that denies it.
      permissions: () => [],
      run(_input, { principal }) {
        const id = principal.roleArn ? identities.role(principal.roleArn)?.id : 'AIDAADMINISTRATOR';
        const session = principal.roleArn ? `:${principal.arn.slice(principal.arn.lastIndexOf('/') + 1)}` : '';
        return { UserId: `${id}${session}`, Account: principal.accountId, Arn: principal.arn };
      },
    },
    AssumeRole: {
      members: ['RoleArn', 'RoleSessionName', 'DurationSeconds'],
      differs:
        'A session has at most twelve hours, whatever its role says; the longest session of the role is not looked at.',
      permissions: ({ RoleArn }: AssumeRoleInput) => [{ action: 'sts:AssumeRole', resource: RoleArn ?? '*' }],
      run({ RoleArn = '', RoleSessionName = '', DurationSeconds = 3600 }: AssumeRoleInput, { principal }) {
        if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName)) throw invalid('roleSessionName', RoleSessionName);
        const seconds = Number(DurationSeconds);
        if (!Number.isInteger(seconds) || seconds < SHORTEST || seconds > LONGEST)
          throw invalid('durationSeconds', DurationSeconds);
        const role = identities.role(RoleArn);
        // A role that does not exist is refused in the same words, so as not to tell.
        if (!role || !trusts(role, principal)) {
          const message = `User: ${principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
          throw new AwsError('AccessDenied', message, 403);
        }
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = identities.sessionFor(
          RoleArn,
          RoleSessionName,
          seconds,
        );
        return {
          Credentials: {
            AccessKeyId: accessKeyId,
            SecretAccessKey: secretAccessKey,
            SessionToken: sessionToken,
            Expiration: expiration,
          },
          AssumedRoleUser: {
            AssumedRoleId: `${role.id}:${RoleSessionName}`,
            Arn: identities.principalOf(RoleArn, RoleSessionName).arn,
          },
        };
      },
    },
  },
});

const invalid = (member: string, value: unknown): AwsError =>
  new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${String(value)}' at '${member}' failed to satisfy constraint`,
    400,
  );
