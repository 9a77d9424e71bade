import { refuseUnsupported } from '../refuse.ts';

/** Members that travel as headers, each under the SDK's name: the same table reads requests and writes answers. */
const HEADERS: Readonly<Record<string, string>> = {
  AcceptRanges: 'accept-ranges',
  BucketRegion: 'x-amz-bucket-region',
  CacheControl: 'cache-control',
  ChecksumAlgorithm: 'x-amz-checksum-algorithm',
  ChecksumCRC32: 'x-amz-checksum-crc32',
  ChecksumCRC32C: 'x-amz-checksum-crc32c',
  ChecksumCRC64NVME: 'x-amz-checksum-crc64nvme',
  ChecksumMode: 'x-amz-checksum-mode',
  ChecksumSHA1: 'x-amz-checksum-sha1',
  ChecksumSHA256: 'x-amz-checksum-sha256',
  ChecksumType: 'x-amz-checksum-type',
  ContentDisposition: 'content-disposition',
  ContentEncoding: 'content-encoding',
  ContentLanguage: 'content-language',
  ContentLength: 'content-length',
  ContentRange: 'content-range',
  ContentType: 'content-type',
  CopySource: 'x-amz-copy-source',
  CopySourceIfMatch: 'x-amz-copy-source-if-match',
  CopySourceIfModifiedSince: 'x-amz-copy-source-if-modified-since',
  CopySourceIfNoneMatch: 'x-amz-copy-source-if-none-match',
  CopySourceIfUnmodifiedSince: 'x-amz-copy-source-if-unmodified-since',
  CopySourceRange: 'x-amz-copy-source-range',
  ETag: 'etag',
  Expiration: 'x-amz-expiration',
  Expires: 'expires',
  IfMatch: 'if-match',
  IfModifiedSince: 'if-modified-since',
  IfNoneMatch: 'if-none-match',
  IfUnmodifiedSince: 'if-unmodified-since',
  LastModified: 'last-modified',
  Location: 'location',
  MetadataDirective: 'x-amz-metadata-directive',
  PartsCount: 'x-amz-mp-parts-count',
  Range: 'range',
  ServerSideEncryption: 'x-amz-server-side-encryption',
  TagCount: 'x-amz-tagging-count',
  Tagging: 'x-amz-tagging',
  TaggingDirective: 'x-amz-tagging-directive',
};

const META = 'x-amz-meta-';

/** The named members of a request, taken from its headers, with `Metadata` where `names` asks for it. */
export const headerInput = (
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, unknown> => {
  refuseUnsupported((name) => headers[name]);
  const input: Record<string, unknown> = {};
  for (const name of names) {
    const value = headers[HEADERS[name] ?? ''];
    if (value !== undefined) input[name] = value;
  }
  if (names.includes('Metadata')) input.Metadata = metadataOf(headers);
  return input;
};

/** A header carries bytes: text beyond them, which only a call in process can have brought, goes as UTF-8. */
const carried = (text: string): string =>
  [...text].every((character) => character <= '\u00ff') ? text : Buffer.from(text).toString('latin1');

const metadataOf = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(META))
      // Node reads header bytes as Latin-1; metadata is UTF-8.
      .map(([name, value]) => [name.slice(META.length), Buffer.from(value, 'latin1').toString()]),
  );

/** An output's members as headers: everything but `Body` that travels so. */
export const headerOutput = (output: Readonly<Record<string, unknown>>): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(output)) {
    const header = HEADERS[name];
    if (header === undefined || value === undefined) continue;
    headers[header] = value instanceof Date ? value.toUTCString() : carried(String(value));
  }
  for (const [name, value] of Object.entries((output.Metadata ?? {}) as Record<string, string>)) {
    headers[`${META}${name}`] = Buffer.from(value).toString('latin1');
  }
  return headers;
};
