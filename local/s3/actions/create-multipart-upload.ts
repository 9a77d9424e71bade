import type { Operation } from '../../aws/service.ts';
import { setUploadTags } from '../multipart.ts';
import { objectsOf, type S3 } from '../s3.ts';
import { tagsOfHeader } from '../tags.ts';
import { systemMetadata, userMetadata } from '../write-input.ts';
import { checkKey, writePermissions } from './put-object.ts';

type Input = {
  Bucket: string;
  Key: string;
  ContentType?: string;
  Metadata?: Record<string, string>;
  ChecksumAlgorithm?: string;
  ChecksumType?: string;
  Tagging?: string;
};

export const createMultipartUpload = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key, Tagging }: Input) => writePermissions(Bucket, Key, Tagging),
  run(input: Input) {
    const { Bucket, Key, ContentType, Metadata, ChecksumAlgorithm, ChecksumType } = input;
    objectsOf(s3, Bucket);
    checkKey(Key);
    const tags = tagsOfHeader(input.Tagging ?? '');
    const UploadId = s3.store.createMultipartUpload(
      Bucket,
      Key,
      ContentType ?? 'binary/octet-stream',
      userMetadata(Metadata),
      systemMetadata(input),
      // The store has one column for both.
      ChecksumAlgorithm && (ChecksumType ? `${ChecksumAlgorithm}:${ChecksumType}` : ChecksumAlgorithm),
    );
    setUploadTags(s3, UploadId, tags);
    return {
      Bucket,
      Key,
      UploadId,
      ServerSideEncryption: 'AES256',
      ...(ChecksumAlgorithm && { ChecksumAlgorithm, ChecksumType }),
    };
  },
});
