import type { Timer } from '../../clock.ts';
import type { StoredObject } from '../../fauxqs/s3-store.ts';
import { setUploadTags } from '../multipart.ts';
import { commit, type S3 } from '../s3.ts';
import { abortionOf, expiryOf, nextMidnight } from './rule.ts';

/** Carries out the lifecycle rules of all buckets at every midnight UTC, and what an earlier run missed. */
export type Lifecycle = {
  /** To be called when a bucket has got rules. */
  changed(): void;
  /** Lets everything go whose time has come; answers how many objects and uploads that were. */
  sweep(): number;
  close(): void;
};

export const createLifecycle = (ofS3: () => S3): Lifecycle => {
  let timer: Timer | undefined;
  const sweep = (): number => {
    const s3 = ofS3();
    const now = s3.clock.now();
    let gone = 0;
    for (const [bucket, objects] of s3.store.buckets) {
      const rules = s3.settings.get(bucket)?.lifecycle ?? [];
      if (rules.length === 0) continue;
      for (const object of [...objects.values()]) {
        const at = expirationOf(s3, bucket, object)?.at;
        if (at === undefined || at > now) continue;
        expire(s3, bucket, object.key);
        gone++;
      }
      for (const [uploadId, upload] of [...s3.store.multipartUploads]) {
        if (upload.bucket !== bucket) continue;
        if (!rules.some((rule) => (abortionOf(rule, upload) ?? Number.POSITIVE_INFINITY) <= now)) continue;
        s3.store.abortMultipartUpload(uploadId);
        setUploadTags(s3, uploadId);
        gone++;
      }
    }
    return gone;
  };
  const wait = (): void => {
    const { clock } = ofS3();
    timer ??= clock.at(nextMidnight(clock.now()), () => {
      timer = undefined;
      sweep();
      wait();
    });
  };
  return {
    changed: wait,
    sweep,
    close: () => timer?.cancel(),
  };
};

/** When an object goes by its bucket's rules, in milliseconds since the epoch, and by which of them: the first to come. */
export const expirationOf = (
  s3: S3,
  bucket: string,
  object: StoredObject,
): { at: number; rule: string } | undefined => {
  const rules = s3.settings.get(bucket)?.lifecycle ?? [];
  if (rules.length === 0) return undefined;
  const tags = s3.tags.get(bucket, object.key);
  let first: { at: number; rule: string } | undefined;
  for (const rule of rules) {
    const at = expiryOf(rule, object, tags);
    if (at !== undefined && (!first || at < first.at)) first = { at, rule: rule.id };
  }
  return first;
};

/** The header `x-amz-expiration` of an object that will go. */
export const expirationHeader = (s3: S3, bucket: string, object: StoredObject): { Expiration?: string } => {
  const expiration = expirationOf(s3, bucket, object);
  if (!expiration) return {};
  const { at, rule } = expiration;
  return { Expiration: `expiry-date="${new Date(at).toUTCString()}", rule-id="${encodeURIComponent(rule)}"` };
};

const expire = (s3: S3, bucket: string, key: string): void => {
  commit(s3, { bucket, key, reason: 'Lifecycle Expiration' }, () => {
    s3.store.deleteObject(bucket, key);
    return undefined;
  });
};
