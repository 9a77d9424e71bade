import type { Operation } from '../../aws/service.ts';
import { objectsOf, onBucket, type S3 } from '../s3.ts';

type Input = { Bucket: string };

export const getBucketLocation = (s3: S3): Operation => ({
  permissions: ({ Bucket }: Input) => [onBucket('s3:GetBucketLocation', Bucket)],
  run({ Bucket }: Input) {
    objectsOf(s3, Bucket);
    // The classic region has no name here.
    return s3.region === 'us-east-1' ? {} : { LocationConstraint: s3.region };
  },
});
