import { AwsError } from '../../aws/error.ts';
import type { FrontDoorResponse } from '../../aws/service.ts';
import { listOf, parseXml } from '../../aws/xml.ts';
import { headerInput, headerOutput } from './headers.ts';
import type { S3Request } from './request.ts';
import { xmlAnswer } from './xml-answer.ts';

type Output = Readonly<Record<string, unknown>>;

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

const CHECKSUMS = ['ChecksumCRC32', 'ChecksumCRC32C', 'ChecksumCRC64NVME', 'ChecksumSHA1', 'ChecksumSHA256'];
const CONTENT = ['ContentType', 'CacheControl', 'ContentDisposition', 'ContentEncoding', 'ContentLanguage', 'Metadata'];
const READ = ['Range', 'IfMatch', 'IfNoneMatch', 'IfModifiedSince', 'IfUnmodifiedSince', 'ChecksumMode'];
const COPY = [
  'CopySource',
  'MetadataDirective',
  'CopySourceIfMatch',
  'CopySourceIfNoneMatch',
  'CopySourceIfModifiedSince',
  'CopySourceIfUnmodifiedSince',
];

const has = (name: string) => (request: S3Request) => request.query.has(name);
const isCopy = ({ headers }: S3Request): boolean => headers['x-amz-copy-source'] !== undefined;
const read =
  (...names: string[]) =>
  ({ headers }: S3Request) =>
    headerInput(headers, names);
const query = (names: Readonly<Record<string, string>>) => (request: S3Request) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([member, name]) =>
      request.query.has(name) ? [[member, request.query.get(name)]] : [],
    ),
  );
const headers =
  (status: number) =>
  (output: Output): FrontDoorResponse => ({ status, headers: headerOutput(output) });
const none = (status: number) => (): FrontDoorResponse => ({ status });
const part = query({ UploadId: 'uploadId', PartNumber: 'partNumber' });

const overrides = query({
  ContentType: 'response-content-type',
  ContentLanguage: 'response-content-language',
  CacheControl: 'response-cache-control',
  ContentDisposition: 'response-content-disposition',
  ContentEncoding: 'response-content-encoding',
});

const readInput = (request: S3Request) => ({
  ...read(...READ)(request),
  ...query({ PartNumber: 'partNumber' })(request),
});
const readOutput = (output: Output, request: S3Request): FrontDoorResponse => ({
  status: output.ContentRange === undefined ? 200 : 206,
  headers: headerOutput({ ...output, ...overrides(request) }),
  body: output.Body as Buffer | undefined,
});

const listQuery = { Prefix: 'prefix', Delimiter: 'delimiter', MaxKeys: 'max-keys', EncodingType: 'encoding-type' };

/** The first route that fits wins: the more particular stand first. */
export const routes: readonly Route[] = [
  { operation: 'ListBuckets', method: 'GET', on: 'service', output: xmlAnswer('ListAllMyBucketsResult') },

  {
    operation: 'GetBucketLocation',
    method: 'GET',
    on: 'bucket',
    when: has('location'),
    output: xmlAnswer('LocationConstraint'),
  },
  {
    operation: 'ListMultipartUploads',
    method: 'GET',
    on: 'bucket',
    when: has('uploads'),
    input: query({ Prefix: 'prefix' }),
    output: xmlAnswer('ListMultipartUploadsResult'),
  },
  {
    operation: 'ListObjectsV2',
    method: 'GET',
    on: 'bucket',
    when: (request) => request.query.get('list-type') === '2',
    input: query({ ...listQuery, ContinuationToken: 'continuation-token', StartAfter: 'start-after' }),
    output: xmlAnswer('ListBucketResult'),
  },
  {
    operation: 'ListObjects',
    method: 'GET',
    on: 'bucket',
    input: query({ ...listQuery, Marker: 'marker' }),
    output: xmlAnswer('ListBucketResult'),
  },
  { operation: 'HeadBucket', method: 'HEAD', on: 'bucket', output: headers(200) },
  { operation: 'CreateBucket', method: 'PUT', on: 'bucket', output: headers(200) },
  { operation: 'DeleteBucket', method: 'DELETE', on: 'bucket', output: none(204) },
  {
    operation: 'DeleteObjects',
    method: 'POST',
    on: 'bucket',
    when: has('delete'),
    input: deletions,
    output: xmlAnswer('DeleteResult'),
  },

  {
    operation: 'GetObjectAttributes',
    method: 'GET',
    on: 'object',
    when: has('attributes'),
    input: ({ headers }) => ({
      ObjectAttributes: (headers['x-amz-object-attributes'] ?? '').split(',').flatMap((name) => name.trim() || []),
    }),
    output: (output, request) => {
      const { LastModified, ...members } = output;
      const answer = xmlAnswer('GetObjectAttributesResponse')(members, request);
      return { ...answer, headers: { ...answer.headers, ...headerOutput({ LastModified }) } };
    },
  },
  {
    operation: 'ListParts',
    method: 'GET',
    on: 'object',
    when: has('uploadId'),
    input: query({ UploadId: 'uploadId', MaxParts: 'max-parts', PartNumberMarker: 'part-number-marker' }),
    output: xmlAnswer('ListPartsResult'),
  },
  { operation: 'GetObject', method: 'GET', on: 'object', input: readInput, output: readOutput },
  { operation: 'HeadObject', method: 'HEAD', on: 'object', input: readInput, output: readOutput },
  {
    operation: 'UploadPartCopy',
    method: 'PUT',
    on: 'object',
    when: (request) => request.query.has('uploadId') && isCopy(request),
    input: (request) => ({ ...part(request), ...read('CopySource', 'CopySourceRange')(request) }),
    output: ({ CopyPartResult }, request) => xmlAnswer('CopyPartResult')(CopyPartResult as Output, request),
  },
  {
    operation: 'UploadPart',
    method: 'PUT',
    on: 'object',
    when: has('uploadId'),
    input: (request) => ({ ...part(request), ...read(...CHECKSUMS)(request), Body: request.body }),
    output: headers(200),
  },
  {
    operation: 'CopyObject',
    method: 'PUT',
    on: 'object',
    when: isCopy,
    input: read(...COPY, ...CONTENT, 'IfMatch', 'IfNoneMatch'),
    output: ({ CopyObjectResult }, request) => xmlAnswer('CopyObjectResult')(CopyObjectResult as Output, request),
  },
  {
    operation: 'PutObject',
    method: 'PUT',
    on: 'object',
    input: (request) => ({
      ...read(...CONTENT, ...CHECKSUMS, 'IfMatch', 'IfNoneMatch')(request),
      Body: request.body,
    }),
    output: headers(200),
  },
  {
    operation: 'CreateMultipartUpload',
    method: 'POST',
    on: 'object',
    when: has('uploads'),
    input: read(...CONTENT, 'ChecksumAlgorithm', 'ChecksumType'),
    output: ({ Bucket, Key, UploadId, ...rest }, request) => {
      const answer = xmlAnswer('InitiateMultipartUploadResult')({ Bucket, Key, UploadId }, request);
      return { ...answer, headers: { ...answer.headers, ...headerOutput(rest) } };
    },
  },
  {
    operation: 'CompleteMultipartUpload',
    method: 'POST',
    on: 'object',
    when: has('uploadId'),
    input: (request) => ({
      ...part(request),
      ...read('IfMatch', 'IfNoneMatch')(request),
      MultipartUpload: { Parts: listOf(xmlBody(request, 'CompleteMultipartUpload').Part) },
    }),
    output: xmlAnswer('CompleteMultipartUploadResult'),
  },
  {
    operation: 'AbortMultipartUpload',
    method: 'DELETE',
    on: 'object',
    when: has('uploadId'),
    input: part,
    output: none(204),
  },
  { operation: 'DeleteObject', method: 'DELETE', on: 'object', input: read('IfMatch'), output: none(204) },
];

function deletions(request: S3Request): Record<string, unknown> {
  const { Object: objects, Quiet } = xmlBody(request, 'Delete');
  return { Delete: { Objects: listOf(objects), Quiet: Quiet === 'true' } };
}

const xmlBody = ({ body }: S3Request, root: string): Record<string, unknown> => {
  try {
    return parseXml(body.toString(), root);
  } catch {
    const message = 'The XML you provided was not well-formed or did not validate against our published schema';
    throw new AwsError('MalformedXML', message, 400);
  }
};
