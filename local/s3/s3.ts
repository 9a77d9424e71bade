import { AwsError } from '../aws/error.ts';
import type { CallContext, Permission } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database.ts';
import type { Fauxqs } from '../fauxqs/fauxqs.ts';
import type { S3Store, StoredObject } from '../fauxqs/s3-store.ts';
import type { Rule } from './lifecycle/rule.ts';
import type { Lifecycle } from './lifecycle/sweep.ts';
import type { Notifications, Reason } from './notifications.ts';
import { type ObjectTags, type Tags, tagContext } from './tags.ts';

/** What S3's actions work on. */
export type S3 = {
  store: S3Store;
  database: Fauxqs['database'];
  clock: Clock;
  accountId: string;
  region: string;
  notifications: Notifications;
  settings: Settings;
  tags: ObjectTags;
  lifecycle: Lifecycle;
};

/** Settings of buckets. They outlive the process: a write that comes before the template is read makes its event too. */
export type Settings = {
  get(bucket: string): BucketSettings | undefined;
  set(bucket: string, settings: BucketSettings): void;
  remove(bucket: string): void;
};

export type BucketSettings = {
  eventBridge: boolean;
  cors: readonly CorsRule[];
  /** The bucket policy as JSON. */
  policy?: string;
  tags?: Tags;
  lifecycle?: readonly Rule[];
};

/** What a bucket has that was given no settings. */
export const PLAIN: BucketSettings = { eventBridge: false, cors: [] };

/** The settings of a bucket that is there. Throws `NoSuchBucket`. */
export const settingsOf = (s3: S3, bucket: string): BucketSettings => {
  objectsOf(s3, bucket);
  return s3.settings.get(bucket) ?? PLAIN;
};

/** Changes some of the settings of a bucket that is there; undefined takes one off. Throws `NoSuchBucket`. */
export const changeSettings = (s3: S3, bucket: string, changes: Partial<BucketSettings>): void => {
  const { policy, tags, lifecycle, ...always } = { ...settingsOf(s3, bucket), ...changes };
  s3.settings.set(bucket, {
    ...always,
    ...(policy && { policy }),
    ...(tags && { tags }),
    ...(lifecycle && { lifecycle }),
  });
  if (lifecycle) s3.lifecycle.changed();
};

export type CorsRule = {
  AllowedOrigins: readonly string[];
  AllowedMethods: readonly string[];
  AllowedHeaders?: readonly string[];
  ExposedHeaders?: readonly string[];
  MaxAge?: number;
};

export const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`;

/** The bucket that an ARN names, or that holds the object that it names. */
export const bucketOfArn = (arn: string): string => arn.split(':')[5]?.split('/', 1)[0] ?? '';

export const onBucket = (action: string, bucket: string, context?: Permission['context']): Permission => ({
  action,
  resource: bucketArn(bucket),
  context,
});

export const onObject = (action: string, bucket: string, key: string, context?: Permission['context']): Permission => ({
  action,
  resource: `${bucketArn(bucket)}/${key}`,
  context,
});

/** A permission on an object that is there, whose tags the policies may ask for. */
export const onTagged = (s3: S3, action: string, bucket: string, key: string): Permission =>
  onObject(action, bucket, key, tagContext('ExistingObjectTag', s3.tags.get(bucket, key)));

/** The objects of a bucket by key. Throws `NoSuchBucket`. */
export const objectsOf = (s3: S3, bucket: string): Map<string, StoredObject> => {
  const objects = s3.store.buckets.get(bucket);
  if (objects) return objects;
  throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: bucket });
};

export const noSuchKey = (key: string): AwsError =>
  new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });

export const bucketNotEmpty = (bucket: string): AwsError =>
  new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409, { BucketName: bucket });

export type Change = {
  bucket: string;
  key: string;
  reason: Reason;
  /** Who did it; S3 itself where nobody called. */
  context?: CallContext;
  /** Tags of the object that is left; those of the one before go. */
  tags?: Tags;
};

/**
 * Changes one object and records the event that tells of it, both or neither, then hands the event on.
 * `apply` writes to the store and answers the object that it left, if any.
 */
export const commit = <T extends StoredObject | undefined>(s3: S3, change: Change, apply: () => T): T => {
  const { bucket, key } = change;
  const objects = objectsOf(s3, bucket);
  const before = objects.get(key);
  let result: T;
  try {
    result = transaction(s3.database, () => {
      const left = apply();
      s3.tags.set(bucket, key, change.tags);
      if (s3.settings.get(bucket)?.eventBridge) s3.notifications.record(change, left);
      return left;
    });
  } catch (error) {
    // The store keeps metadata in memory too, which the rollback does not reach.
    if (before) objects.set(key, before);
    else objects.delete(key);
    throw error;
  }
  s3.notifications.deliver();
  return result;
};
