import { AwsError } from '../aws/error.ts';
import type { MultipartUpload } from '../fauxqs.ts';
import { objectsOf, type S3 } from './s3.ts';

export type UploadInput = { Bucket: string; Key: string; UploadId: string };

/** The upload that a request names. Throws `NoSuchUpload`, also where it belongs to another key. */
export const uploadOf = (s3: S3, { Bucket, Key, UploadId }: UploadInput): MultipartUpload => {
  objectsOf(s3, Bucket);
  const upload = s3.store.multipartUploads.get(UploadId);
  if (upload && upload.bucket === Bucket && upload.key === Key) return upload;
  const message =
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.';
  throw new AwsError('NoSuchUpload', message, 404, { UploadId });
};
