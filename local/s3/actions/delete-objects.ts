import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { objectsOf, onObject, type S3 } from '../s3.ts';
import { removeObject } from './delete-object.ts';

type Input = { Bucket: string; Delete?: { Objects?: { Key?: string }[]; Quiet?: boolean } };

/** Most keys that one request may name. */
const LIMIT = 1000;

export const deleteObjects = (s3: S3): Operation => ({
  // Judged key by key below: S3 deletes what is allowed and reports the rest.
  permissions: () => [],
  run({ Bucket, Delete }: Input, context) {
    objectsOf(s3, Bucket);
    const objects = Delete?.Objects ?? [];
    if (objects.length === 0 || objects.length > LIMIT) {
      const message = 'The XML you provided was not well-formed or did not validate against our published schema';
      throw new AwsError('MalformedXML', message, 400);
    }
    const Deleted: object[] = [];
    const Errors: object[] = [];
    for (const { Key = '' } of objects) {
      const refused = context.refusalOf(onObject('s3:DeleteObject', Bucket, Key));
      if (refused) Errors.push({ Key, Code: refused.code, Message: refused.message });
      else {
        removeObject(s3, Bucket, Key, context);
        Deleted.push({ Key });
      }
    }
    return {
      ...(Deleted.length > 0 && !Delete?.Quiet && { Deleted }),
      ...(Errors.length > 0 && { Errors }),
    };
  },
});
