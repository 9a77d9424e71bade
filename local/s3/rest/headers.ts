import { AwsError } from '../../aws/error.ts';

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
};

const META = 'x-amz-meta-';

/** Headers that would change what is stored in a way the runtime does not keep; each is refused by name. */
const REFUSED = [
  'expires',
  'x-amz-tagging',
  'x-amz-website-redirect-location',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-retain-until-date',
  'x-amz-object-lock-legal-hold',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-copy-source-server-side-encryption-customer-algorithm',
];

/** The named members of a request, taken from its headers, with `Metadata` where `names` asks for it. */
export const headerInput = (
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, unknown> => {
  refuseUnsupported(headers);
  const input: Record<string, unknown> = {};
  for (const name of names) {
    const value = headers[HEADERS[name] ?? ''];
    if (value !== undefined) input[name] = value;
  }
  if (names.includes('Metadata')) input.Metadata = metadataOf(headers);
  return input;
};

const refuseUnsupported = (headers: Readonly<Record<string, string>>): void => {
  const Header = REFUSED.find((name) => headers[name] !== undefined);
  if (Header)
    throw new AwsError(
      'NotImplemented',
      `A header you provided implies functionality that is not implemented: ${Header}`,
      501,
      { Header },
    );
};

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
    headers[header] = value instanceof Date ? value.toUTCString() : String(value);
  }
  for (const [name, value] of Object.entries((output.Metadata ?? {}) as Record<string, string>)) {
    headers[`${META}${name}`] = Buffer.from(value).toString('latin1');
  }
  return headers;
};
