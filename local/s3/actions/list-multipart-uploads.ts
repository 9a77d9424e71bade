import type { Operation } from '../../aws/service.ts';
import { byUtf8 } from '../order.ts';
import { objectsOf, onBucket, type S3 } from '../s3.ts';

type Input = { Bucket: string; Prefix?: string };

/** All uploads in progress on one page: a laptop has few. */
export const listMultipartUploads = (s3: S3): Operation => ({
  permissions: ({ Bucket }: Input) => [onBucket('s3:ListBucketMultipartUploads', Bucket)],
  run({ Bucket, Prefix = '' }: Input) {
    objectsOf(s3, Bucket);
    const Uploads = [...s3.store.multipartUploads.values()]
      .filter(({ bucket, key }) => bucket === Bucket && key.startsWith(Prefix))
      .sort((a, b) => byUtf8(a.key, b.key))
      .map(({ key, uploadId, initiated }) => ({
        Key: key,
        UploadId: uploadId,
        Initiated: initiated,
        StorageClass: 'STANDARD',
      }));
    return { Bucket, Prefix, IsTruncated: false, MaxUploads: 1000, ...(Uploads.length > 0 && { Uploads }) };
  },
});
