import { AwsError } from '../../aws/error.ts';
import type { PolicyStatement } from '../../aws/principal.ts';
import type { Operation } from '../../aws/service.ts';
import type { Identities } from '../identities.ts';
import { documentText } from './roles.ts';

type Input = { PolicyArn?: string; VersionId?: string };

/** Managed policies have one version here: the one that the template says now. */
const VERSION = 'v1';

const policyOf = (identities: Identities, arn = ''): readonly PolicyStatement[] => {
  const statements = identities.managedPolicy(arn);
  if (!statements) throw new AwsError('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`, 404);
  return statements;
};

export const getPolicy = (identities: Identities): Operation => ({
  members: ['PolicyArn'],
  permissions: ({ PolicyArn = '*' }: Input) => [{ action: 'iam:GetPolicy', resource: PolicyArn }],
  run({ PolicyArn = '' }: Input) {
    policyOf(identities, PolicyArn);
    const AttachmentCount = identities
      .roles()
      .filter((role) => identities.policiesOf(role).some(({ arn }) => arn === PolicyArn)).length;
    const PolicyName = PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1);
    return { Policy: { PolicyName, Arn: PolicyArn, DefaultVersionId: VERSION, AttachmentCount, IsAttachable: true } };
  },
});

export const getPolicyVersion = (identities: Identities): Operation => ({
  members: ['PolicyArn', 'VersionId'],
  differs: 'a managed policy has one version, v1: what the template says now',
  permissions: ({ PolicyArn = '*' }: Input) => [{ action: 'iam:GetPolicyVersion', resource: PolicyArn }],
  run({ PolicyArn = '', VersionId = VERSION }: Input) {
    const Document = documentText(policyOf(identities, PolicyArn));
    if (VersionId !== VERSION) {
      const message = `Policy ${PolicyArn} version ${VersionId} does not exist or is not attachable.`;
      throw new AwsError('NoSuchEntity', message, 404);
    }
    return { PolicyVersion: { Document, VersionId, IsDefaultVersion: true } };
  },
});
