import type { CallContext, Operation } from '../../aws/service.ts';
import { checkWrite } from '../preconditions.ts';
import { commit, objectsOf, onObject, type S3 } from '../s3.ts';

type Input = { Bucket: string; Key: string; IfMatch?: string };

export const deleteObject = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: Input) => [onObject('s3:DeleteObject', Bucket, Key)],
  run({ Bucket, Key, IfMatch }: Input, context) {
    checkWrite({ IfMatch }, Key, objectsOf(s3, Bucket).get(Key));
    removeObject(s3, Bucket, Key, context);
    return {};
  },
});

/** Removes an object; one that is not there makes no event and no error. */
export const removeObject = (s3: S3, bucket: string, key: string, context: CallContext): void => {
  if (!objectsOf(s3, bucket).has(key)) return;
  commit(s3, { bucket, key, reason: 'DeleteObject', context }, () => {
    s3.store.deleteObject(bucket, key);
    return undefined;
  });
};
