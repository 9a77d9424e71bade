import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { namingOf } from '../../iam/named.ts';
import { checkPolicy, statementsIn } from '../../iam/policy-text.ts';
import { changeSettings, onBucket, type S3, settingsOf } from '../s3.ts';

type Input = { Bucket: string; Policy?: string };

export const getBucketPolicy = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:GetBucketPolicy', Bucket)],
  run: ({ Bucket }: Input) => ({ Policy: policyOf(s3, Bucket) }),
});

export const putBucketPolicy = (s3: S3): Operation => ({
  members: ['Bucket', 'Policy'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutBucketPolicy', Bucket)],
  run({ Bucket, Policy = '' }: Input) {
    checkPolicy(Policy);
    changeSettings(s3, Bucket, { policy: Policy });
    return {};
  },
});

export const deleteBucketPolicy = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:DeleteBucketPolicy', Bucket)],
  run({ Bucket }: Input) {
    changeSettings(s3, Bucket, { policy: undefined });
    return {};
  },
});

/** Whether everyone is let in, as S3 judges policies. */
export const getBucketPolicyStatus = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:GetBucketPolicyStatus', Bucket)],
  run({ Bucket }: Input) {
    const stranger = { arn: 'arn:aws:iam::999999999999:user/stranger', accountId: '999999999999', policies: [] };
    const IsPublic = statementsIn(policyOf(s3, Bucket)).some(
      (statement) => statement.Effect === 'Allow' && !statement.Condition && namingOf(statement, stranger) === 'named',
    );
    return { PolicyStatus: { IsPublic } };
  },
});

const policyOf = (s3: S3, bucket: string): string => {
  const { policy } = settingsOf(s3, bucket);
  if (policy) return policy;
  throw new AwsError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404, { BucketName: bucket });
};
