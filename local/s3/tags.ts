import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../aws/error.ts';

/** Tags by their keys. */
export type Tags = Readonly<Record<string, string>>;

export type Tag = { Key: string; Value: string };

/** Tags of objects. They go with the object: a write and a deletion take the old ones off. */
export type ObjectTags = {
  get(bucket: string, key: string): Tags;
  /** None at all where `tags` is left out or empty. */
  set(bucket: string, key: string, tags?: Tags): void;
};

const NONE: Tags = {};

/** Opens the tags that `database` holds. */
export const openObjectTags = (database: DatabaseSync): ObjectTags => {
  database.exec(
    'CREATE TABLE IF NOT EXISTS s3_object_tags (bucket TEXT NOT NULL, key TEXT NOT NULL, tags TEXT NOT NULL, PRIMARY KEY (bucket, key))',
  );
  const find = database.prepare('SELECT tags FROM s3_object_tags WHERE bucket = ? AND key = ?');
  const save = database.prepare('INSERT OR REPLACE INTO s3_object_tags VALUES (?, ?, ?)');
  const forget = database.prepare('DELETE FROM s3_object_tags WHERE bucket = ? AND key = ?');
  return {
    get(bucket, key) {
      const row = find.get(bucket, key) as { tags: string } | undefined;
      return row ? (JSON.parse(row.tags) as Tags) : NONE;
    },
    set(bucket, key, tags = NONE) {
      if (Object.keys(tags).length === 0) forget.run(bucket, key);
      else save.run(bucket, key, JSON.stringify(tags));
    },
  };
};

/** Most tags of an object and of a bucket, and the longest key and value. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
export const MOST = { object: 10, bucket: 50 } as const;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

/** Tags from a list as the API has it. Throws `InvalidTag`, or `BadRequest` for too many. */
export const tagsOf = (list: readonly Partial<Tag>[], of: keyof typeof MOST): Tags => {
  if (list.length > MOST[of])
    throw new AwsError(
      'BadRequest',
      `${of === 'object' ? 'Object' : 'Bucket'} tags cannot be greater than ${MOST[of]}`,
      400,
    );
  const tags: Record<string, string> = {};
  for (const { Key = '', Value = '' } of list) {
    if (Key === '' || Key.length > LONGEST_KEY) throw invalidTag('The TagKey you have provided is invalid', Key, Value);
    if (Value.length > LONGEST_VALUE) throw invalidTag('The TagValue you have provided is invalid', Key, Value);
    if (Object.hasOwn(tags, Key)) throw invalidTag('Cannot provide multiple Tags with the same key', Key, Value);
    tags[Key] = Value;
  }
  return tags;
};

/** Tags as they stand in the header `x-amz-tagging`: like a query. */
export const tagsOfHeader = (header: string): Tags =>
  tagsOf(
    [...new URLSearchParams(header)].map(([Key, Value]) => ({ Key, Value })),
    'object',
  );

export const listOfTags = (tags: Tags): Tag[] => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** Tags of a request or of an object as the values that conditions ask for. */
export const tagContext = (key: 'RequestObjectTag' | 'ExistingObjectTag', tags: Tags): Record<string, string[]> => ({
  ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [`s3:${key}/${name}`, [value]])),
  ...(key === 'RequestObjectTag' && { 's3:RequestObjectTagKeys': Object.keys(tags) }),
});

const invalidTag = (message: string, TagKey: string, TagValue: string): AwsError =>
  new AwsError('InvalidTag', message, 400, { TagKey, TagValue });
