import type { Operation } from '../../aws/service.ts';
import { notImplemented } from '../not-implemented.ts';
import { objectsOf, onBucket, type S3 } from '../s3.ts';

type Input = { Bucket: string; VersioningConfiguration?: { Status?: string } };

/** What is the same of every bucket here, and of every bucket that was made on AWS since 2023 without saying otherwise. */
const fact = (s3: S3, action: string, output: object): Operation => ({
  members: ['Bucket'],
  permissions: ({ Bucket }: Input) => [onBucket(action, Bucket)],
  run({ Bucket }: Input) {
    objectsOf(s3, Bucket);
    return output;
  },
});

export const getBucketVersioning = (s3: S3): Operation => fact(s3, 's3:GetBucketVersioning', {});

export const getBucketEncryption = (s3: S3): Operation => ({
  ...fact(s3, 's3:GetEncryptionConfiguration', {
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
    },
  }),
  differs: 'always tells of AES256; the laptop encrypts its own disk, or does not',
});

export const getPublicAccessBlock = (s3: S3): Operation =>
  fact(s3, 's3:GetBucketPublicAccessBlock', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
  });

export const getBucketOwnershipControls = (s3: S3): Operation =>
  fact(s3, 's3:GetBucketOwnershipControls', {
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });

/** Versions are not kept here, so only what is the case anyway can be asked for. */
export const putBucketVersioning = (s3: S3): Operation => ({
  members: ['Bucket', 'VersioningConfiguration'],
  differs: 'Enabled is refused by name: versions are not kept',
  permissions: ({ Bucket }: Input) => [onBucket('s3:PutBucketVersioning', Bucket)],
  run({ Bucket, VersioningConfiguration }: Input) {
    objectsOf(s3, Bucket);
    if (VersioningConfiguration?.Status !== 'Suspended') throw notImplemented('Status', 'versioning', ': Enabled');
    return {};
  },
});
