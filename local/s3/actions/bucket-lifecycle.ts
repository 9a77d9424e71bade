import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { type ConfiguredRule, configuredRules, toldRules } from '../lifecycle/configured.ts';
import { changeSettings, onBucket, type S3, settingsOf } from '../s3.ts';

type Input = { Bucket: string; LifecycleConfiguration?: { Rules?: ConfiguredRule[] } };

export const getBucketLifecycleConfiguration = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:GetLifecycleConfiguration', Bucket)],
  run({ Bucket }: Input) {
    const { lifecycle } = settingsOf(s3, Bucket);
    if (lifecycle) return { Rules: toldRules(lifecycle) };
    const message = 'The lifecycle configuration does not exist';
    throw new AwsError('NoSuchLifecycleConfiguration', message, 404, { BucketName: Bucket });
  },
});

export const putBucketLifecycleConfiguration = (s3: S3): Operation => ({
  members: ['Bucket', 'LifecycleConfiguration'],
  differs: 'rules that move objects to other storage classes, or speak of versions, are refused by name',
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutLifecycleConfiguration', Bucket)],
  run({ Bucket, LifecycleConfiguration }: Input) {
    changeSettings(s3, Bucket, { lifecycle: configuredRules(LifecycleConfiguration?.Rules ?? []) });
    return {};
  },
});

export const deleteBucketLifecycle = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutLifecycleConfiguration', Bucket)],
  run({ Bucket }: Input) {
    changeSettings(s3, Bucket, { lifecycle: undefined });
    return {};
  },
});
