import type { Operation } from '../../aws/service.ts';
import { setUploadTags, type UploadInput, uploadOf } from '../multipart.ts';
import { onObject, type S3 } from '../s3.ts';

export const abortMultipartUpload = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: UploadInput) => [onObject('s3:AbortMultipartUpload', Bucket, Key)],
  run(input: UploadInput) {
    uploadOf(s3, input);
    s3.store.abortMultipartUpload(input.UploadId);
    setUploadTags(s3, input.UploadId);
    return {};
  },
});
