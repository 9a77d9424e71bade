import { AwsError } from '../../aws/error.ts';
import type { Operation, Permission } from '../../aws/service.ts';
import type { Identities } from '../identities.ts';
import type { Role } from '../role.ts';

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

/** Items of a page where the caller does not say, and the most that one may ask for. */
const PAGE = 100;
const MOST = 1000;

/** A page of things with names, in order of these. Throws `ValidationError` for a size that none may have. */
const paged = <Item extends { name: string }>(
  all: readonly Item[],
  { MaxItems, Marker = '' }: Pick<Input, 'MaxItems' | 'Marker'>,
): { page: Item[]; IsTruncated: boolean; Marker?: string } => {
  const size = Number(MaxItems ?? PAGE);
  if (!Number.isInteger(size) || size < 1 || size > MOST) {
    const limit = size > MOST ? `less than or equal to ${MOST}` : 'greater than or equal to 1';
    const message = `1 validation error detected: Value '${MaxItems}' at 'maxItems' failed to satisfy constraint: Member must have value ${limit}`;
    throw new AwsError('ValidationError', message, 400);
  }
  const rest = all.filter(({ name }) => name > Marker).sort((one, other) => (one.name < other.name ? -1 : 1));
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return { page, IsTruncated: rest.length > size, ...(rest.length > size && last && { Marker: last.name }) };
};

export const listRoles = (identities: Identities): Operation => ({
  members: ['PathPrefix', 'MaxItems', 'Marker'],
  permissions: () => [{ action: 'iam:ListRoles', resource: '*' }],
  run({ PathPrefix = '/', ...input }: Input) {
    const all = identities.roles().filter(({ arn }) => pathOf(arn).startsWith(PathPrefix));
    const { page, ...more } = paged(all, input);
    return { Roles: page.map(toldRole), ...more };
  },
});

export const listRolePolicies = (identities: Identities, accountId: string): Operation => ({
  members: ['RoleName', 'MaxItems', 'Marker'],
  permissions: onRole('ListRolePolicies', accountId),
  run({ RoleName, ...input }: Input) {
    const policies = identities.policiesOf(roleNamed(identities, RoleName)).filter(({ arn }) => arn === undefined);
    const { page, ...more } = paged(policies, input);
    return { PolicyNames: page.map(({ name }) => name), ...more };
  },
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
  run({ RoleName, ...input }: Input) {
    const policies = identities.policiesOf(roleNamed(identities, RoleName)).filter(({ arn }) => arn !== undefined);
    const { page, ...more } = paged(policies, input);
    return { AttachedPolicies: page.map(({ name, arn }) => ({ PolicyName: name, PolicyArn: arn })), ...more };
  },
});
