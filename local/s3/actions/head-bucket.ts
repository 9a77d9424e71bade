import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { onBucket, type S3 } from '../s3.ts';

type Input = { Bucket: string };

export const headBucket = (s3: S3): Operation => ({
  permissions: ({ Bucket }: Input) => [onBucket('s3:ListBucket', Bucket)],
  run({ Bucket }: Input) {
    if (!s3.store.buckets.has(Bucket)) throw new AwsError('NotFound', 'Not Found', 404);
    return { BucketRegion: s3.region };
  },
});
