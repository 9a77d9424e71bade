import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { StoredObject } from '../../fauxqs/s3-store.ts';
import { notImplemented } from '../not-implemented.ts';
import { checkWrite } from '../preconditions.ts';
import { objectsOf, onObject, type S3 } from '../s3.ts';
import { removeObject } from './delete-object.ts';

type Named = { Key?: string; ETag?: string } & Record<string, unknown>;
type Input = { Bucket: string; Delete?: { Objects?: Named[]; Quiet?: boolean } };

/** Most keys that one request may name. */
const LIMIT = 1000;

export const deleteObjects = (s3: S3): Operation => ({
  // Judged key by key below: S3 deletes what is allowed and reports the rest.
  permissions: () => [],
  run({ Bucket, Delete }: Input, context) {
    const known = objectsOf(s3, Bucket);
    const objects = Delete?.Objects ?? [];
    if (objects.length === 0 || objects.length > LIMIT) {
      const message = 'The XML you provided was not well-formed or did not validate against our published schema';
      throw new AwsError('MalformedXML', message, 400);
    }
    const Deleted: object[] = [];
    const Errors: object[] = [];
    for (const { Key = '', ETag, ...others } of objects) {
      refuseOthers(others);
      const refused = context.refusalOf(onObject('s3:DeleteObject', Bucket, Key)) ?? unmet(ETag, Key, known.get(Key));
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

/** Throws `NotImplemented` for what an entry asks for beyond its key and ETag, such as a version. */
const refuseOthers = (others: Readonly<Record<string, unknown>>): void => {
  const other = Object.keys(others).find((name) => others[name] !== undefined);
  if (other !== undefined) throw notImplemented(other, 'element', `: ${other} of an object to delete`);
};

/** Why an object that must have a certain ETag is not deleted; undefined where it has it. */
const unmet = (IfMatch: string | undefined, key: string, object: StoredObject | undefined): AwsError | undefined => {
  try {
    checkWrite({ IfMatch }, key, object);
    return undefined;
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
};
