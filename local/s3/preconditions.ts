import { AwsError } from '../aws/error.ts';
import type { StoredObject } from '../fauxqs/s3-store.ts';
import { notImplemented } from './not-implemented.ts';
import { noSuchKey } from './s3.ts';

type Conditions = {
  Bucket?: string;
  IfMatch?: string;
  IfNoneMatch?: string;
  IfModifiedSince?: unknown;
  IfUnmodifiedSince?: unknown;
};

const failed = (condition: string): AwsError =>
  new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
    Condition: condition,
  });

const bare = (etag: string): string => etag.replace(/^W\//, '').replaceAll('"', '');

const names = (list: string, etag: string): boolean =>
  list.split(',').some((each) => each.trim() === '*' || bare(each.trim()) === bare(etag));

/** Checks a read's conditions in the order of RFC 9110. Throws `PreconditionFailed`, or `NotModified` with status 304. */
export const checkRead = (input: Conditions, { etag, lastModified }: StoredObject): void => {
  // HTTP dates have whole seconds.
  const modified = Math.floor(lastModified.getTime() / 1000) * 1000;
  const unmodifiedSince = millis(input.IfUnmodifiedSince);
  const modifiedSince = millis(input.IfModifiedSince);
  if (input.IfMatch !== undefined) {
    if (!names(input.IfMatch, etag)) throw failed('If-Match');
  } else if (unmodifiedSince !== undefined && modified > unmodifiedSince) {
    throw failed('If-Unmodified-Since');
  }
  if (input.IfNoneMatch !== undefined) {
    if (names(input.IfNoneMatch, etag)) throw new AwsError('NotModified', 'Not Modified', 304, { ETag: etag });
  } else if (modifiedSince !== undefined && modified <= modifiedSince) {
    throw new AwsError('NotModified', 'Not Modified', 304, { ETag: etag });
  }
};

/** Checks a conditional write: `IfNoneMatch: '*'` wants no object there, `IfMatch` exactly this one. */
export const checkWrite = (
  { IfMatch, IfNoneMatch }: Conditions,
  key: string,
  existing: StoredObject | undefined,
): void => {
  if (IfNoneMatch !== undefined && IfNoneMatch !== '*') {
    throw notImplemented('If-None-Match');
  }
  if (IfNoneMatch !== undefined && existing) throw failed('If-None-Match');
  if (IfMatch === undefined) return;
  if (!existing) throw noSuchKey(key);
  if (!names(IfMatch, existing.etag)) throw failed('If-Match');
};

const millis = (date: unknown): number | undefined => {
  if (date === undefined) return undefined;
  const time = new Date(date as string).getTime();
  return Number.isNaN(time) ? undefined : time;
};
