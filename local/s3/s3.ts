import { AwsError } from '../aws/error.ts';
import type { CallContext, Permission } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../database.ts';
import type { Fauxqs, S3Store, StoredObject } from '../fauxqs.ts';
import type { Notifications, Reason } from './notifications.ts';

/** What S3's actions work on. */
export type S3 = {
  store: S3Store;
  database: Fauxqs['database'];
  clock: Clock;
  accountId: string;
  region: string;
  notifications: Notifications;
  settings: Settings;
};

/** Settings of buckets. They outlive the process: a write that comes before the template is read makes its event too. */
export type Settings = {
  get(bucket: string): BucketSettings | undefined;
  set(bucket: string, settings: BucketSettings): void;
};

export type BucketSettings = {
  eventBridge: boolean;
  cors: readonly CorsRule[];
  /** The bucket policy as JSON. */
  policy?: string;
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

export const onObject = (action: string, bucket: string, key: string): Permission => ({
  action,
  resource: `${bucketArn(bucket)}/${key}`,
});

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

export type Change = { bucket: string; key: string; reason: Reason; context: CallContext };

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
