import { AwsError } from '../../aws/error.ts';
import type { FrontDoorResponse } from '../../aws/service.ts';
import { parseXml } from '../../aws/xml.ts';
import { headerInput, headerOutput } from './headers.ts';
import type { S3Request } from './request.ts';

export type Output = Readonly<Record<string, unknown>>;

/** How one operation looks on the wire. */
export type Route = {
  operation: string;
  method: string;
  /** Where the operation acts. */
  on: 'service' | 'bucket' | 'object';
  /** A query parameter or header without which it is another operation. */
  when?: (request: S3Request) => boolean;
  input?: (request: S3Request) => Record<string, unknown>;
  output: (output: Output, request: S3Request) => FrontDoorResponse;
};

export const CHECKSUMS = ['ChecksumCRC32', 'ChecksumCRC32C', 'ChecksumCRC64NVME', 'ChecksumSHA1', 'ChecksumSHA256'];
export const CONTENT = [
  'ContentType',
  'CacheControl',
  'ContentDisposition',
  'ContentEncoding',
  'ContentLanguage',
  'Metadata',
  'Tagging',
];
export const READ = ['Range', 'IfMatch', 'IfNoneMatch', 'IfModifiedSince', 'IfUnmodifiedSince', 'ChecksumMode'];
export const COPY = ['MetadataDirective', 'TaggingDirective'];
export const SOURCE = [
  'CopySource',
  'CopySourceIfMatch',
  'CopySourceIfNoneMatch',
  'CopySourceIfModifiedSince',
  'CopySourceIfUnmodifiedSince',
];

export const has = (name: string) => (request: S3Request) => request.query.has(name);
export const isCopy = ({ headers }: S3Request): boolean => headers['x-amz-copy-source'] !== undefined;
export const read =
  (...names: string[]) =>
  ({ headers }: S3Request) =>
    headerInput(headers, names);
export const query = (names: Readonly<Record<string, string>>) => (request: S3Request) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([member, name]) =>
      request.query.has(name) ? [[member, request.query.get(name)]] : [],
    ),
  );
export const headers =
  (status: number) =>
  (output: Output): FrontDoorResponse => ({ status, headers: headerOutput(output) });
export const none = (status: number) => (): FrontDoorResponse => ({ status });
export const part = query({ UploadId: 'uploadId', PartNumber: 'partNumber' });

const overrides = query({
  ResponseContentType: 'response-content-type',
  ResponseContentLanguage: 'response-content-language',
  ResponseCacheControl: 'response-cache-control',
  ResponseContentDisposition: 'response-content-disposition',
  ResponseContentEncoding: 'response-content-encoding',
  ResponseExpires: 'response-expires',
});

export const readInput = (request: S3Request) => ({
  ...read(...READ)(request),
  ...query({ PartNumber: 'partNumber' })(request),
  ...overrides(request),
});
export const readOutput = (output: Output): FrontDoorResponse => ({
  status: output.ContentRange === undefined ? 200 : 206,
  headers: headerOutput(output),
  body: output.Body as Buffer | undefined,
});

export const listQuery = {
  Prefix: 'prefix',
  Delimiter: 'delimiter',
  MaxKeys: 'max-keys',
  EncodingType: 'encoding-type',
};

export const xmlBody = ({ body }: S3Request, root: string): Record<string, unknown> => {
  try {
    return parseXml(body.toString(), root);
  } catch {
    const message = 'The XML you provided was not well-formed or did not validate against our published schema';
    throw new AwsError('MalformedXML', message, 400);
  }
};
