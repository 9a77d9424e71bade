import type { Operation } from '../../aws/service.ts';
import { objectsOf, onObject, type S3 } from '../s3.ts';
import { systemMetadata, userMetadata } from '../write-input.ts';
import { checkKey } from './put-object.ts';

type Input = {
  Bucket: string;
  Key: string;
  ContentType?: string;
  Metadata?: Record<string, string>;
  ChecksumAlgorithm?: string;
  ChecksumType?: string;
};

export const createMultipartUpload = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: Input) => [onObject('s3:PutObject', Bucket, Key)],
  run(input: Input) {
    const { Bucket, Key, ContentType, Metadata, ChecksumAlgorithm, ChecksumType } = input;
    objectsOf(s3, Bucket);
    checkKey(Key);
    const UploadId = s3.store.createMultipartUpload(
      Bucket,
      Key,
      ContentType ?? 'binary/octet-stream',
      userMetadata(Metadata),
      systemMetadata(input),
      // The store has one column for both.
      ChecksumAlgorithm && (ChecksumType ? `${ChecksumAlgorithm}:${ChecksumType}` : ChecksumAlgorithm),
    );
    return {
      Bucket,
      Key,
      UploadId,
      ServerSideEncryption: 'AES256',
      ...(ChecksumAlgorithm && { ChecksumAlgorithm, ChecksumType }),
    };
  },
});
