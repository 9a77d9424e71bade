import type { Operation } from '../../aws/service.ts';
import type { S3 } from '../s3.ts';

export const listBuckets = (s3: S3): Operation => ({
  permissions: () => [{ action: 's3:ListAllMyBuckets', resource: 'arn:aws:s3:::*' }],
  run: () => ({
    Buckets: [...s3.store.buckets.keys()]
      .sort()
      .map((Name) => ({ Name, CreationDate: s3.store.bucketCreationDates.get(Name) ?? new Date(s3.clock.now()) })),
    Owner: { ID: s3.accountId },
  }),
});
