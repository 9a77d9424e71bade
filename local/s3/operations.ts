import { AwsError } from '../aws/error.ts';
import { honouring } from '../aws/honouring.ts';
import type { Operation } from '../aws/service.ts';
import { abortMultipartUpload } from './actions/abort-multipart-upload.ts';
import { deleteBucketCors, getBucketCors, putBucketCors } from './actions/bucket-cors.ts';
import {
  getBucketEncryption,
  getBucketOwnershipControls,
  getBucketVersioning,
  getPublicAccessBlock,
  putBucketVersioning,
} from './actions/bucket-facts.ts';
import {
  deleteBucketLifecycle,
  getBucketLifecycleConfiguration,
  putBucketLifecycleConfiguration,
} from './actions/bucket-lifecycle.ts';
import {
  getBucketNotificationConfiguration,
  putBucketNotificationConfiguration,
} from './actions/bucket-notification.ts';
import {
  deleteBucketPolicy,
  getBucketPolicy,
  getBucketPolicyStatus,
  putBucketPolicy,
} from './actions/bucket-policy.ts';
import { deleteBucketTagging, getBucketTagging, putBucketTagging } from './actions/bucket-tagging.ts';
import { completeMultipartUpload } from './actions/complete-multipart-upload.ts';
import { copyObject } from './actions/copy-object.ts';
import { createBucket } from './actions/create-bucket.ts';
import { createMultipartUpload } from './actions/create-multipart-upload.ts';
import { deleteBucket } from './actions/delete-bucket.ts';
import { deleteObject } from './actions/delete-object.ts';
import { deleteObjects } from './actions/delete-objects.ts';
import { getBucketLocation } from './actions/get-bucket-location.ts';
import { getObject } from './actions/get-object.ts';
import { getObjectAttributes } from './actions/get-object-attributes.ts';
import { headBucket } from './actions/head-bucket.ts';
import { headObject } from './actions/head-object.ts';
import { listBuckets } from './actions/list-buckets.ts';
import { listMultipartUploads } from './actions/list-multipart-uploads.ts';
import { listObjects } from './actions/list-objects.ts';
import { listObjectsV2 } from './actions/list-objects-v2.ts';
import { listParts } from './actions/list-parts.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './actions/object-tagging.ts';
import { postObject, putObject } from './actions/put-object.ts';
import { uploadPart } from './actions/upload-part.ts';
import { uploadPartCopy } from './actions/upload-part-copy.ts';
import { S3_HONOURED } from './honoured.ts';
import { refuseMembers } from './refuse.ts';
import type { S3 } from './s3.ts';

const actions: Readonly<Record<string, (s3: S3) => Operation>> = {
  AbortMultipartUpload: abortMultipartUpload,
  CompleteMultipartUpload: completeMultipartUpload,
  CopyObject: copyObject,
  CreateBucket: createBucket,
  CreateMultipartUpload: createMultipartUpload,
  DeleteBucket: deleteBucket,
  DeleteObject: deleteObject,
  DeleteObjects: deleteObjects,
  GetBucketLocation: getBucketLocation,
  GetObject: getObject,
  GetObjectAttributes: getObjectAttributes,
  GetBucketPolicy: getBucketPolicy,
  PutBucketPolicy: putBucketPolicy,
  DeleteBucketPolicy: deleteBucketPolicy,
  GetBucketPolicyStatus: getBucketPolicyStatus,
  GetBucketTagging: getBucketTagging,
  PutBucketTagging: putBucketTagging,
  DeleteBucketTagging: deleteBucketTagging,
  GetObjectTagging: getObjectTagging,
  PutObjectTagging: putObjectTagging,
  DeleteObjectTagging: deleteObjectTagging,
  GetBucketCors: getBucketCors,
  PutBucketCors: putBucketCors,
  DeleteBucketCors: deleteBucketCors,
  GetBucketLifecycleConfiguration: getBucketLifecycleConfiguration,
  PutBucketLifecycleConfiguration: putBucketLifecycleConfiguration,
  DeleteBucketLifecycle: deleteBucketLifecycle,
  GetBucketNotificationConfiguration: getBucketNotificationConfiguration,
  PutBucketNotificationConfiguration: putBucketNotificationConfiguration,
  GetBucketVersioning: getBucketVersioning,
  PutBucketVersioning: putBucketVersioning,
  GetBucketEncryption: getBucketEncryption,
  GetPublicAccessBlock: getPublicAccessBlock,
  GetBucketOwnershipControls: getBucketOwnershipControls,
  HeadBucket: headBucket,
  HeadObject: headObject,
  ListBuckets: listBuckets,
  ListMultipartUploads: listMultipartUploads,
  ListObjects: listObjects,
  ListObjectsV2: listObjectsV2,
  ListParts: listParts,
  PostObject: postObject,
  PutObject: putObject,
  UploadPart: uploadPart,
  UploadPartCopy: uploadPartCopy,
};

/** S3's operations, with the store's own errors turned into AWS's. */
export const s3Operations = (s3: S3): Record<string, Operation> =>
  honouring(
    Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, translated(action(s3))])),
    S3_HONOURED,
  );

const translated = ({ run, ...operation }: Operation): Operation => ({
  ...operation,
  async run(input, context) {
    refuseMembers(input, context.accountId);
    try {
      return await run(input, context);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'S3Error') throw error;
      const { code, statusCode } = error as Error & { code: string; statusCode: number };
      throw new AwsError(code, error.message, statusCode);
    }
  },
});
