import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { checksumOutput } from '../object-output.ts';
import { onObject, type S3 } from '../s3.ts';
import { findObject } from './get-object.ts';

type Input = { Bucket: string; Key: string; ObjectAttributes?: string[] };

export const getObjectAttributes = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: Input) => [
    onObject('s3:GetObject', Bucket, Key),
    onObject('s3:GetObjectAttributes', Bucket, Key),
  ],
  run(input: Input, context) {
    const wanted = new Set(input.ObjectAttributes ?? []);
    if (wanted.size === 0) {
      throw new AwsError(
        'InvalidArgument',
        'The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty',
        400,
      );
    }
    const object = findObject(s3, input, context);
    const checksums = checksumOutput(object);
    return {
      LastModified: object.lastModified,
      ...(wanted.has('ETag') && { ETag: object.etag.replaceAll('"', '') }),
      ...(wanted.has('Checksum') && Object.keys(checksums).length > 0 && { Checksum: checksums }),
      ...(wanted.has('ObjectParts') && object.parts && { ObjectParts: { TotalPartsCount: object.parts.length } }),
      ...(wanted.has('StorageClass') && { StorageClass: 'STANDARD' }),
      ...(wanted.has('ObjectSize') && { ObjectSize: object.contentLength }),
    };
  },
});
