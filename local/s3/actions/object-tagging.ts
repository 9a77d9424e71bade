import type { CallContext, Operation } from '../../aws/service.ts';
import { transaction } from '../../database.ts';
import { onObject, onTagged, type S3 } from '../s3.ts';
import { listOfTags, type Tag, type Tags, tagContext, tagsOf } from '../tags.ts';
import { findObject } from './get-object.ts';

type Input = { Bucket: string; Key: string; Tagging?: { TagSet?: Tag[] } };

export const getObjectTagging = (s3: S3): Operation => ({
  members: ['Bucket', 'Key'],
  permissions: ({ Bucket, Key }: Input) => [onTagged(s3, 's3:GetObjectTagging', Bucket, Key)],
  run(input: Input, context) {
    findObject(s3, input, context);
    return { TagSet: listOfTags(s3.tags.get(input.Bucket, input.Key)) };
  },
});

export const putObjectTagging = (s3: S3): Operation => ({
  members: ['Bucket', 'Key', 'Tagging'],
  permissions({ Bucket, Key, Tagging }: Input) {
    const requested = tagContext('RequestObjectTag', tagsOf(Tagging?.TagSet ?? [], 'object'));
    const existing = tagContext('ExistingObjectTag', s3.tags.get(Bucket, Key));
    return [onObject('s3:PutObjectTagging', Bucket, Key, { ...existing, ...requested })];
  },
  run: (input: Input, context) => retag(s3, input, tagsOf(input.Tagging?.TagSet ?? [], 'object'), context),
});

export const deleteObjectTagging = (s3: S3): Operation => ({
  members: ['Bucket', 'Key'],
  permissions: ({ Bucket, Key }: Input) => [onTagged(s3, 's3:DeleteObjectTagging', Bucket, Key)],
  run: (input: Input, context) => retag(s3, input, {}, context),
});

/** Gives an object other tags and records the event that tells of it, both or neither. */
const retag = (s3: S3, { Bucket: bucket, Key: key }: Input, tags: Tags, context: CallContext): object => {
  const object = findObject(s3, { Bucket: bucket, Key: key }, context);
  transaction(s3.database, () => {
    s3.tags.set(bucket, key, tags);
    const kind = Object.keys(tags).length > 0 ? 'Added' : 'Deleted';
    if (s3.settings.get(bucket)?.eventBridge) s3.notifications.recordTags({ bucket, key, context }, object, kind);
  });
  s3.notifications.deliver();
  return {};
};
