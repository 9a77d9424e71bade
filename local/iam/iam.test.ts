import { expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { createCloud } from '../cloud.ts';
import { deployContext, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { iamService } from './iam.ts';
import { createIdentities } from './identities.ts';
import { iamResources } from './resources.ts';

const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const trust = document({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });

const setUp = async () => {
  const identities = createIdentities({ accountId: ACCOUNT_ID, clock: new VirtualClock() });
  const make = async (type: string, id: string, properties: Record<string, unknown>) =>
    iamResources(identities)
      .find((each) => each.type === type)
      ?.create(resource(type, id, properties), deployContext);
  const created = await make('AWS::IAM::Role', 'worker', { AssumeRolePolicyDocument: trust });
  await make('AWS::IAM::Policy', 'reads', {
    PolicyName: 'reads',
    PolicyDocument: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }),
    Roles: ['worker'],
  });
  const managed = await make('AWS::IAM::ManagedPolicy', 'never', {
    ManagedPolicyName: 'never',
    PolicyDocument: document({ Effect: 'Deny', Action: 's3:Delete*', Resource: '*' }),
    Roles: ['worker'],
  });
  const cloud = createCloud({
    accountId: ACCOUNT_ID,
    region: REGION,
    services: () => [iamService(identities, ACCOUNT_ID)],
  });
  const call = (operation: string, input: object) => cloud.call('iam', operation, input, identities.administrator);
  return { arn: String(created?.attributes.Arn), managedArn: String(managed?.ref), call };
};

const read = (text: unknown): unknown => JSON.parse(decodeURIComponent(String(text)));

test('a role tells who it is, whom it trusts and what stands on it', async () => {
  const { arn, managedArn, call } = await setUp();
  const { Role } = (await call('GetRole', { RoleName: 'worker' })) as { Role: Record<string, unknown> };
  expect(Role).toMatchObject({ Arn: arn, Path: '/', RoleName: 'worker' });
  expect(read(Role.AssumeRolePolicyDocument)).toEqual(trust);
  expect(await call('ListRolePolicies', { RoleName: 'worker' })).toMatchObject({ PolicyNames: ['reads'] });
  const { PolicyDocument } = await call('GetRolePolicy', { RoleName: 'worker', PolicyName: 'reads' });
  expect(read(PolicyDocument)).toMatchObject({ Statement: [{ Action: 's3:GetObject' }] });
  const attached = { PolicyName: 'never', PolicyArn: managedArn };
  expect(await call('ListAttachedRolePolicies', { RoleName: 'worker' })).toMatchObject({
    AttachedPolicies: [attached],
  });
  expect(await call('GetPolicy', { PolicyArn: managedArn })).toMatchObject({ Policy: { AttachmentCount: 1 } });
  const { PolicyVersion } = await call('GetPolicyVersion', { PolicyArn: managedArn, VersionId: 'v1' });
  expect(read((PolicyVersion as { Document: string }).Document)).toMatchObject({ Statement: [{ Effect: 'Deny' }] });
  expect(await call('ListRoles', {})).toMatchObject({ Roles: [{ RoleName: 'worker' }], IsTruncated: false });
  await expect(call('GetRole', { RoleName: 'nobody' })).rejects.toMatchObject({ code: 'NoSuchEntity' });
});

test('a role can be asked what it may do, before it is tried', async () => {
  const { arn, call } = await setUp();
  const ask = async (action: string, resourceArn: string) => {
    const input = { PolicySourceArn: arn, ActionNames: [action], ResourceArns: [resourceArn] };
    const { EvaluationResults } = (await call('SimulatePrincipalPolicy', input)) as {
      EvaluationResults: { EvalDecision: string }[];
    };
    return EvaluationResults[0]?.EvalDecision;
  };
  expect(await ask('s3:GetObject', 'arn:aws:s3:::b/k')).toBe('allowed');
  expect(await ask('s3:GetObject', 'arn:aws:s3:::other/k')).toBe('implicitDeny');
  expect(await ask('s3:DeleteObject', 'arn:aws:s3:::b/k')).toBe('explicitDeny');
});

test('what would change roles is not there: templates do that', async () => {
  const { call } = await setUp();
  await expect(call('CreateRole', {})).rejects.toThrow('no operation iam:CreateRole');
  await expect(call('GetRole', { RoleName: 'worker', Unheard: 'of' })).rejects.toThrow(
    'does not do Unheard of iam:GetRole',
  );
});
