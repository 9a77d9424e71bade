import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { byUtf8 } from '../order.ts';
import type { S3 } from '../s3.ts';

type Input = { MaxBuckets?: number | string; ContinuationToken?: string; Prefix?: string; BucketRegion?: string };

/** Most buckets that a page holds. */
const MOST = 10_000;

/** The buckets in order of their names, in pages where the caller asks for so many. */
export const listBuckets = (s3: S3): Operation => ({
  permissions: () => [{ action: 's3:ListAllMyBuckets', resource: 'arn:aws:s3:::*' }],
  run({ MaxBuckets = MOST, ContinuationToken, Prefix = '', BucketRegion = s3.region }: Input) {
    const size = Number(MaxBuckets);
    if (!Number.isInteger(size) || size < 1 || size > MOST)
      throw invalid('max-buckets', 'Argument max-buckets must be an integer between 1 and 10000');
    const after = ContinuationToken === undefined ? '' : Buffer.from(ContinuationToken, 'base64url').toString();
    const names = BucketRegion === s3.region ? [...s3.store.buckets.keys()] : [];
    const found = names.filter((name) => name.startsWith(Prefix) && name > after).sort(byUtf8);
    const page = found.slice(0, size);
    return {
      Buckets: page.map((Name) => ({
        Name,
        CreationDate: s3.store.bucketCreationDates.get(Name) ?? new Date(s3.clock.now()),
        BucketRegion: s3.region,
      })),
      Owner: { ID: s3.accountId },
      ...(Prefix && { Prefix }),
      ...(found.length > size && { ContinuationToken: Buffer.from(page.at(-1) ?? '').toString('base64url') }),
    };
  },
});

const invalid = (ArgumentName: string, message: string): AwsError =>
  new AwsError('InvalidArgument', message, 400, { ArgumentName });
