import type { StoredObject } from '../fauxqs.ts';

/** Members that GetObject and HeadObject share, in the SDK's names. */
export const objectOutput = (object: StoredObject, checksumMode: unknown): Record<string, unknown> => ({
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
  ...(checksumMode === 'ENABLED' && checksumOutput(object)),
});

/** `ChecksumCRC32` or its like with `ChecksumType`, where the object has a checksum. */
export const checksumOutput = ({
  checksumAlgorithm,
  checksumValue,
  checksumType,
}: StoredObject): Record<string, string> =>
  checksumAlgorithm && checksumValue
    ? { [`Checksum${checksumAlgorithm}`]: checksumValue, ChecksumType: checksumType ?? 'FULL_OBJECT' }
    : {};
