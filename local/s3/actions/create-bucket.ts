import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { onBucket, type S3 } from '../s3.ts';

type Input = { Bucket: string };

export const createBucket = (s3: S3): Operation => ({
  permissions: ({ Bucket }: Input) => [onBucket('s3:CreateBucket', Bucket)],
  run({ Bucket }: Input) {
    if (s3.store.buckets.has(Bucket)) {
      const message = 'Your previous request to create the named bucket succeeded and you already own it.';
      throw new AwsError('BucketAlreadyOwnedByYou', message, 409, { BucketName: Bucket });
    }
    s3.store.createBucket(Bucket);
    return { Location: `/${Bucket}` };
  },
});
