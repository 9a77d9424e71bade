import { listOf } from '../../aws/xml.ts';
import { headerOutput } from './headers.ts';
import {
  CHECKSUMS,
  CONTENT,
  COPY,
  has,
  headers,
  isCopy,
  none,
  type Output,
  part,
  query,
  type Route,
  read,
  readInput,
  readOutput,
  SOURCE,
  xmlBody,
} from './route.ts';
import { xmlAnswer } from './xml-answer.ts';

/** Routes of objects; the first that fits wins, so the more particular stand first. */
export const objectRoutes: readonly Route[] = [
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
    input: (request) => ({ ...part(request), ...read(...SOURCE, 'CopySourceRange')(request) }),
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
    input: read(...COPY, ...SOURCE, ...CONTENT, 'ChecksumAlgorithm', 'IfMatch', 'IfNoneMatch'),
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
      ...read(...CHECKSUMS, 'ChecksumType', 'IfMatch', 'IfNoneMatch')(request),
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
