import { AwsError } from '../../aws/error.ts';
import type { Operation, Permission } from '../../aws/service.ts';
import type { Identities, Role } from '../identities.ts';

type Input = { RoleName?: string; PathPrefix?: string; PolicyName?: string; MaxItems?: string; Marker?: string };

/** Policies are told as IAM tells them: JSON, encoded as in a URL. */
export const documentText = (Statement: unknown): string =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));

/** Throws `NoSuchEntity`. */
export const roleNamed = (identities: Identities, name = ''): Role => {
  const role = identities.roles().find((each) => each.name === name);
  if (!role) throw new AwsError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
  return role;
};

const onRole =
  (action: string, accountId: string) =>
  ({ RoleName = '' }: Input): Permission[] => [
    { action: `iam:${action}`, resource: `arn:aws:iam::${accountId}:role/${RoleName}` },
  ];

const toldRole = ({ arn, name, id, trust, createdAt = 0, tags = {} }: Role): object => ({
  Path: pathOf(arn),
  RoleName: name,
  RoleId: id,
  Arn: arn,
  CreateDate: new Date(createdAt),
  AssumeRolePolicyDocument: documentText(trust),
  MaxSessionDuration: 43_200,
  Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});

const pathOf = (arn: string): string =>
  `/${arn.split(':role/')[1]?.split('/').slice(0, -1).join('/') ?? ''}/`.replace('//', '/');

export const getRole = (identities: Identities, accountId: string): Operation => ({
  members: ['RoleName'],
  permissions: onRole('GetRole', accountId),
  run: ({ RoleName }: Input) => ({ Role: toldRole(roleNamed(identities, RoleName)) }),
});

/** Roles a page, where the caller does not say. */
const PAGE = 100;

export const listRoles = (identities: Identities): Operation => ({
  members: ['PathPrefix', 'MaxItems', 'Marker'],
  permissions: () => [{ action: 'iam:ListRoles', resource: '*' }],
  run({ PathPrefix = '/', MaxItems, Marker = '' }: Input) {
    const all = identities.roles().filter(({ arn, name }) => pathOf(arn).startsWith(PathPrefix) && name > Marker);
    const page = all.slice(0, Number(MaxItems ?? PAGE));
    const more = all.length > page.length;
    return { Roles: page.map(toldRole), IsTruncated: more, ...(more && { Marker: page.at(-1)?.name }) };
  },
});

export const listRolePolicies = (identities: Identities, accountId: string): Operation => ({
  members: ['RoleName', 'MaxItems', 'Marker'],
  permissions: onRole('ListRolePolicies', accountId),
  run: ({ RoleName }: Input) => ({
    PolicyNames: identities
      .policiesOf(roleNamed(identities, RoleName))
      .filter(({ arn }) => arn === undefined)
      .map(({ name }) => name),
    IsTruncated: false,
  }),
});

export const getRolePolicy = (identities: Identities, accountId: string): Operation => ({
  members: ['RoleName', 'PolicyName'],
  permissions: onRole('GetRolePolicy', accountId),
  run({ RoleName, PolicyName }: Input) {
    const policy = identities
      .policiesOf(roleNamed(identities, RoleName))
      .find(({ name, arn }) => arn === undefined && name === PolicyName);
    if (!policy) throw new AwsError('NoSuchEntity', `The role policy with name ${PolicyName} cannot be found.`, 404);
    return { RoleName, PolicyName, PolicyDocument: documentText(policy.statements) };
  },
});

export const listAttachedRolePolicies = (identities: Identities, accountId: string): Operation => ({
  members: ['RoleName', 'MaxItems', 'Marker'],
  permissions: onRole('ListAttachedRolePolicies', accountId),
  run: ({ RoleName }: Input) => ({
    AttachedPolicies: identities
      .policiesOf(roleNamed(identities, RoleName))
      .flatMap(({ name, arn }) => (arn === undefined ? [] : [{ PolicyName: name, PolicyArn: arn }])),
    IsTruncated: false,
  }),
});
