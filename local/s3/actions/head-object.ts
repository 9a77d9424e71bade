import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { checkRead } from '../preconditions.ts';
import { onTagged, type S3 } from '../s3.ts';
import { findObject, type GetObjectInput, reading } from './get-object.ts';

export const headObject = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: GetObjectInput) => [onTagged(s3, 's3:GetObject', Bucket, Key)],
  run(input: GetObjectInput, context) {
    try {
      const object = findObject(s3, input, context);
      checkRead(input, object);
      return reading(s3, input, object).output;
    } catch (error) {
      // An answer without a body has no code: SDKs name the error after the status.
      if (error instanceof AwsError && error.code === 'NoSuchKey') throw new AwsError('NotFound', 'Not Found', 404);
      throw error;
    }
  },
});
