import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { changeSettings, onBucket, type S3, settingsOf } from '../s3.ts';
import { listOfTags, type Tag, tagsOf } from '../tags.ts';

type Input = { Bucket: string; Tagging?: { TagSet?: Tag[] } };

export const getBucketTagging = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:GetBucketTagging', Bucket)],
  run({ Bucket }: Input) {
    const { tags = {} } = settingsOf(s3, Bucket);
    if (Object.keys(tags).length === 0)
      throw new AwsError('NoSuchTagSet', 'The TagSet does not exist', 404, { BucketName: Bucket });
    return { TagSet: listOfTags(tags) };
  },
});

export const putBucketTagging = (s3: S3): Operation => ({
  members: ['Bucket', 'Tagging'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutBucketTagging', Bucket)],
  run({ Bucket, Tagging }: Input) {
    changeSettings(s3, Bucket, { tags: tagsOf(Tagging?.TagSet ?? [], 'bucket') });
    return {};
  },
});

export const deleteBucketTagging = (s3: S3): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutBucketTagging', Bucket)],
  run({ Bucket }: Input) {
    changeSettings(s3, Bucket, { tags: undefined });
    return {};
  },
});
