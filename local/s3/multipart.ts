import { AwsError } from '../aws/error.ts';
import type { MultipartUpload } from '../fauxqs/s3-store.ts';
import { objectsOf, type S3 } from './s3.ts';
import type { Tags } from './tags.ts';

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

/** What stands for the bucket of an upload's tags: a name that no bucket has. */
const UPLOADS = '';

/** The tags that the object of an upload will have; they wait under the upload's id. */
export const uploadTags = (s3: S3, uploadId: string): Tags => s3.tags.get(UPLOADS, uploadId);

export const setUploadTags = (s3: S3, uploadId: string, tags?: Tags): void => s3.tags.set(UPLOADS, uploadId, tags);
