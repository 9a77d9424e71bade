import { expect } from 'vitest';
import type { Aws } from '../aws.ts';
import type { Ground } from '../ground.ts';

/** Who am I, and what may a role. */
export const iamAndSts = async (aws: Aws, { roleArn }: Ground): Promise<void> => {
  expect(await aws.run('sts get-caller-identity')).toMatchObject({ Account: '000000000000' });
  const RoleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  const { PolicyNames } = await aws.run(`iam list-role-policies --page-size 1 --role-name ${RoleName}`);
  expect(PolicyNames).toEqual(['cloudfrontCreateInvalidation', 'eventsPutEvents', 'logs', 'sqsSendMessage']);
  const { EvaluationResults } = await aws.run(
    `iam simulate-principal-policy --policy-source-arn ${roleArn} --action-names logs:PutLogEvents s3:GetObject`,
  );
  expect(EvaluationResults).toMatchObject([{ EvalDecision: 'allowed' }, { EvalDecision: 'implicitDeny' }]);
  expect(await aws.refused(`sts assume-role --role-session-name cli --role-arn ${roleArn}`)).toMatch(
    /\(AccessDenied\)/,
  );
  expect(await aws.refused('iam get-role --role-name nobody')).toMatch(/\(NoSuchEntity\)/);
};
