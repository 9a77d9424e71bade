import {
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  paginateListRolePolicies,
  paginateListRoles,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

/** A role of a template: looked at, asked what it may, and not taken on by who it does not trust. */
export const iamAndSts = async ({ config, roleArn }: Ground): Promise<void> => {
  const [iam, sts] = [new IAMClient(config), new STSClient(config)];
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '000000000000' });
  const RoleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  expect((await iam.send(new GetRoleCommand({ RoleName }))).Role).toMatchObject({ Arn: roleArn, RoleName });
  const names: (string | undefined)[] = [];
  for await (const { Roles = [] } of paginateListRoles({ client: iam, pageSize: 1 }, {}))
    names.push(...Roles.map((role) => role.RoleName));
  expect(names).toContain(RoleName);
  const policies: string[] = [];
  for await (const { PolicyNames = [] } of paginateListRolePolicies({ client: iam, pageSize: 1 }, { RoleName }))
    policies.push(...PolicyNames);
  expect(policies.sort()).toEqual(['cloudfrontCreateInvalidation', 'eventsPutEvents', 'logs', 'sqsSendMessage']);
  const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'logs' }));
  expect(JSON.parse(decodeURIComponent(PolicyDocument)).Statement).toMatchObject([{ Action: 'logs:*' }]);
  const { EvaluationResults } = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: roleArn,
      ActionNames: ['logs:PutLogEvents', 's3:GetObject'],
    }),
  );
  expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual(['allowed', 'implicitDeny']);
  await expect(iam.send(new GetRoleCommand({ RoleName: 'nobody' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
  await expect(sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'tour' }))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  const SessionPolicy = '{"Version":"2012-10-17","Statement":[]}';
  await expect(
    sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'tour', Policy: SessionPolicy })),
  ).rejects.toMatchObject({ name: expect.stringMatching(/AccessDenied|ValidationException/) });
  iam.destroy();
  sts.destroy();
};
