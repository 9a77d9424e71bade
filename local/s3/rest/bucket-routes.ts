import { listOf } from '../../aws/xml.ts';
import type { S3Request } from './request.ts';
import { has, headers, listQuery, none, query, type Route, xmlBody } from './route.ts';
import { xmlAnswer } from './xml-answer.ts';

function deletions(request: S3Request): Record<string, unknown> {
  const { Object: objects, Quiet } = xmlBody(request, 'Delete');
  return { Delete: { Objects: listOf(objects), Quiet: Quiet === 'true' } };
}

/** Routes of the service and of buckets; the first that fits wins, so the more particular stand first. */
export const bucketRoutes: readonly Route[] = [
  {
    operation: 'ListBuckets',
    method: 'GET',
    on: 'service',
    input: query({
      MaxBuckets: 'max-buckets',
      ContinuationToken: 'continuation-token',
      Prefix: 'prefix',
      BucketRegion: 'bucket-region',
    }),
    output: xmlAnswer('ListAllMyBucketsResult'),
  },

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
    input: query({
      Prefix: 'prefix',
      Delimiter: 'delimiter',
      EncodingType: 'encoding-type',
      KeyMarker: 'key-marker',
      MaxUploads: 'max-uploads',
      UploadIdMarker: 'upload-id-marker',
    }),
    output: xmlAnswer('ListMultipartUploadsResult'),
  },
  {
    operation: 'ListObjectsV2',
    method: 'GET',
    on: 'bucket',
    when: (request) => request.query.get('list-type') === '2',
    input: query({
      ...listQuery,
      ContinuationToken: 'continuation-token',
      FetchOwner: 'fetch-owner',
      StartAfter: 'start-after',
    }),
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
  {
    operation: 'CreateBucket',
    method: 'PUT',
    on: 'bucket',
    input: (request) =>
      request.body.length === 0 ? {} : { CreateBucketConfiguration: xmlBody(request, 'CreateBucketConfiguration') },
    output: headers(200),
  },
  { operation: 'DeleteBucket', method: 'DELETE', on: 'bucket', output: none(204) },
  {
    operation: 'DeleteObjects',
    method: 'POST',
    on: 'bucket',
    when: has('delete'),
    input: deletions,
    output: xmlAnswer('DeleteResult'),
  },
];
