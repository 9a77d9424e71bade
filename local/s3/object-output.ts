import type { StoredObject } from '../fauxqs/s3-store.ts';
import { expirationHeader } from './lifecycle/sweep.ts';
import type { S3 } from './s3.ts';

type Reading = Readonly<Record<string, unknown>>;

/** What a read asks to be told instead of what the object has. */
const OVERRIDES = [
  'CacheControl',
  'ContentDisposition',
  'ContentEncoding',
  'ContentLanguage',
  'ContentType',
  'Expires',
];

/** Members that GetObject and HeadObject share, in the SDK's names. */
export const objectOutput = (object: StoredObject, input: Reading): Record<string, unknown> => ({
  AcceptRanges: 'bytes',
  ContentType: object.contentType,
  ContentLength: object.contentLength,
  ETag: object.etag,
  LastModified: object.lastModified,
  Metadata: object.metadata,
  ServerSideEncryption: 'AES256',
  ...(object.cacheControl && { CacheControl: object.cacheControl }),
  ...(object.contentDisposition && { ContentDisposition: object.contentDisposition }),
  ...(object.contentEncoding && { ContentEncoding: object.contentEncoding }),
  ...(object.contentLanguage && { ContentLanguage: object.contentLanguage }),
  ...(input.ChecksumMode === 'ENABLED' && checksumOutput(object)),
  ...Object.fromEntries(
    OVERRIDES.flatMap((name) => (input[`Response${name}`] === undefined ? [] : [[name, input[`Response${name}`]]])),
  ),
});

/** What reading an object also tells: how many tags it has, and when it will go. */
export const tellingOutput = (
  s3: S3,
  bucket: string,
  object: StoredObject,
): { TagCount?: number; Expiration?: string } => {
  const TagCount = Object.keys(s3.tags.get(bucket, object.key)).length;
  return { ...(TagCount > 0 && { TagCount }), ...expirationHeader(s3, bucket, object) };
};

/** `ChecksumCRC32` or its like with `ChecksumType`, where the object has a checksum. */
export const checksumOutput = ({
  checksumAlgorithm,
  checksumValue,
  checksumType,
}: StoredObject): Record<string, string> =>
  checksumAlgorithm && checksumValue
    ? { [`Checksum${checksumAlgorithm}`]: checksumValue, ChecksumType: checksumType ?? 'FULL_OBJECT' }
    : {};
