import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { notImplemented } from '../not-implemented.ts';
import { onBucket, type S3 } from '../s3.ts';

type Input = { Bucket: string; ObjectOwnership?: string; CreateBucketConfiguration?: Record<string, unknown> };

export const createBucket = (s3: S3): Operation => ({
  permissions: ({ Bucket }: Input) => [onBucket('s3:CreateBucket', Bucket)],
  run({ Bucket, ObjectOwnership, CreateBucketConfiguration = {} }: Input) {
    if (ObjectOwnership !== undefined && ObjectOwnership !== 'BucketOwnerEnforced')
      throw notImplemented('x-amz-object-ownership', 'header', `: ObjectOwnership ${ObjectOwnership}`);
    checkConfiguration(s3.region, CreateBucketConfiguration);
    if (s3.store.buckets.has(Bucket)) {
      const message = 'Your previous request to create the named bucket succeeded and you already own it.';
      throw new AwsError('BucketAlreadyOwnedByYou', message, 409, { BucketName: Bucket });
    }
    s3.store.createBucket(Bucket);
    return { Location: `/${Bucket}` };
  },
});

/** A bucket is made in the region of the endpoint, and in no other. */
const checkConfiguration = (region: string, { LocationConstraint, ...others }: Record<string, unknown>): void => {
  const other = Object.keys(others)[0];
  if (other !== undefined) throw notImplemented(other, 'element', `: ${other}`);
  if (LocationConstraint === undefined || LocationConstraint === '' || LocationConstraint === region) return;
  throw new AwsError(
    'IllegalLocationConstraintException',
    `The ${LocationConstraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    400,
  );
};
