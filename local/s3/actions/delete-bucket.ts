import type { Operation } from '../../aws/service.ts';
import { setUploadTags } from '../multipart.ts';
import { bucketNotEmpty, objectsOf, onBucket, type S3 } from '../s3.ts';

type Input = { Bucket: string };

export const deleteBucket = (s3: S3): Operation => ({
  permissions: ({ Bucket }: Input) => [onBucket('s3:DeleteBucket', Bucket)],
  run({ Bucket }: Input) {
    if (objectsOf(s3, Bucket).size > 0) throw bucketNotEmpty(Bucket);
    // Uploads that nobody completes keep no bucket.
    for (const { bucket, uploadId } of [...s3.store.multipartUploads.values()]) {
      if (bucket !== Bucket) continue;
      s3.store.abortMultipartUpload(uploadId);
      setUploadTags(s3, uploadId);
    }
    s3.store.deleteBucket(Bucket);
    s3.settings.remove(Bucket);
    return {};
  },
});
