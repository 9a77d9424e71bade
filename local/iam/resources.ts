import { createHash } from 'node:crypto';
import type { DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import type { Identities } from './identities.ts';
import { type PolicyDocument, statementsOf } from './policy-text.ts';

/** `AWS::IAM::Role`, `AWS::IAM::Policy` and `AWS::IAM::ManagedPolicy`. */
export const iamResources = (identities: Identities): ResourceType[] => [
  role(identities),
  policy(identities),
  managedPolicy(identities),
];

/** Longest role name, and longest policy name. */
const LONGEST_ROLE = 64;
const LONGEST_POLICY = 128;

const role = (identities: Identities): ResourceType => ({
  type: 'AWS::IAM::Role',
  honoured: ['RoleName', 'Path', 'AssumeRolePolicyDocument', 'ManagedPolicyArns', 'Policies', 'Tags'],
  withoutEffect: {
    Description: 'nothing reads it',
    MaxSessionDuration: 'sessions here are 12 hours long',
  },
  create(resource, context) {
    const { AssumeRolePolicyDocument, ManagedPolicyArns, Policies, Tags = [] } = resource.properties as RoleProperties;
    const { name, arn } = roleName(resource, context);
    const id = `AROA${createHash('sha256').update(arn).digest('hex').slice(0, 16).toUpperCase()}`;
    identities.putRole({
      arn,
      name,
      id,
      trust: statementsOf(AssumeRolePolicyDocument),
      managedPolicyArns: ManagedPolicyArns ?? [],
      tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value])),
      inline: [],
      policies: (Policies ?? []).map(({ PolicyName, PolicyDocument }) => ({
        name: PolicyName,
        statements: statementsOf(PolicyDocument),
      })),
    });
    return { ref: name, attributes: { Arn: arn, RoleId: id } };
  },
  taken(resource, context) {
    const { name, arn } = roleName(resource, context);
    return identities.role(arn) && name;
  },
  remove: (_resource, { attributes }) => identities.removeRole(String(attributes.Arn)),
});

type RoleProperties = {
  RoleName?: string;
  Path?: string;
  AssumeRolePolicyDocument?: PolicyDocument;
  ManagedPolicyArns?: string[];
  Policies?: { PolicyName: string; PolicyDocument: PolicyDocument }[];
  Tags?: { Key: string; Value: string }[];
};

const roleName = (resource: Resource, context: DeployContext): { name: string; arn: string } => {
  const { RoleName, Path = '/' } = resource.properties as RoleProperties;
  const name = RoleName ?? context.physicalName(resource, LONGEST_ROLE);
  return { name, arn: `arn:aws:iam::${context.accountId}:role${Path}${name}` };
};

const policy = (identities: Identities): ResourceType => ({
  type: 'AWS::IAM::Policy',
  honoured: ['PolicyName', 'PolicyDocument', 'Roles'],
  create(resource) {
    const { PolicyName, PolicyDocument, Roles } = resource.properties as AttachedPolicy & { PolicyName: string };
    identities.attach(idOf(resource), Roles ?? [], { name: PolicyName, statements: statementsOf(PolicyDocument) });
    return { ref: PolicyName, attributes: { Id: PolicyName } };
  },
  remove: (resource) => identities.detach(idOf(resource)),
});

type AttachedPolicy = { PolicyDocument: PolicyDocument; Roles?: string[] };

const managedPolicy = (identities: Identities): ResourceType => ({
  type: 'AWS::IAM::ManagedPolicy',
  honoured: ['ManagedPolicyName', 'Path', 'PolicyDocument', 'Roles'],
  withoutEffect: { Description: 'nothing reads it' },
  create(resource, context) {
    const { ManagedPolicyName, Path, PolicyDocument, Roles } = resource.properties as AttachedPolicy & {
      ManagedPolicyName?: string;
      Path?: string;
    };
    const name = ManagedPolicyName ?? context.physicalName(resource, LONGEST_POLICY);
    const arn = `arn:aws:iam::${context.accountId}:policy${Path ?? '/'}${name}`;
    identities.putManagedPolicy(arn, statementsOf(PolicyDocument));
    identities.attach(idOf(resource), Roles ?? [], { name, arn, statements: statementsOf(PolicyDocument) });
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
  remove(resource, { ref }) {
    identities.removeManagedPolicy(ref);
    identities.detach(idOf(resource));
  },
});

const idOf = ({ stackName, logicalId }: Resource): string => `${stackName}/${logicalId}`;
