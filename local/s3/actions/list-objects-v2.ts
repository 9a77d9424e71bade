import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import type { StoredObject } from '../../fauxqs/s3-store.ts';
import { type Listing, listPage } from '../list.ts';
import { objectsOf, onBucket, type S3 } from '../s3.ts';

type Input = {
  Bucket: string;
  Prefix?: string;
  Delimiter?: string;
  MaxKeys?: number | string;
  ContinuationToken?: string;
  StartAfter?: string;
  FetchOwner?: boolean | string;
  EncodingType?: string;
};

/** Most keys a page holds. */
const PAGE = 1000;

export const listObjectsV2 = (s3: S3): Operation => ({
  permissions: (input: Input) => [listPermission(input)],
  run(input: Input) {
    const { Prefix = '', Delimiter = '', ContinuationToken, StartAfter } = input;
    const maxKeys = pageSize(input.MaxKeys);
    const after = ContinuationToken === undefined ? (StartAfter ?? '') : decodeToken(ContinuationToken);
    const page = listPage(objectsOf(s3, input.Bucket), { prefix: Prefix, delimiter: Delimiter, after, maxKeys });
    return {
      ...pageOutput(page, String(input.FetchOwner) === 'true' ? s3.accountId : undefined),
      Name: input.Bucket,
      Prefix,
      ...(Delimiter && { Delimiter }),
      MaxKeys: maxKeys,
      ...(input.EncodingType && { EncodingType: input.EncodingType }),
      KeyCount: page.objects.length + page.commonPrefixes.length,
      ...(ContinuationToken !== undefined && { ContinuationToken }),
      ...(StartAfter && { StartAfter }),
      ...(page.isTruncated && { NextContinuationToken: encodeToken(page.last) }),
    };
  },
});

export const listPermission = ({ Bucket, Prefix, Delimiter, MaxKeys }: Input) =>
  onBucket('s3:ListBucket', Bucket, {
    ...(Prefix !== undefined && { 's3:prefix': [Prefix] }),
    ...(Delimiter !== undefined && { 's3:delimiter': [Delimiter] }),
    ...(MaxKeys !== undefined && { 's3:max-keys': [String(MaxKeys)] }),
  });

/** What both versions tell of a page; the owner of its objects where `owner` names one. */
export const pageOutput = (page: Listing, owner?: string): Record<string, unknown> => ({
  IsTruncated: page.isTruncated,
  ...(page.objects.length > 0 && { Contents: page.objects.map((object) => listed(object, owner)) }),
  ...(page.commonPrefixes.length > 0 && { CommonPrefixes: page.commonPrefixes.map((Prefix) => ({ Prefix })) }),
});

const listed = (object: StoredObject, owner: string | undefined): object => ({
  Key: object.key,
  LastModified: object.lastModified,
  ETag: object.etag,
  ...(object.checksumAlgorithm && { ChecksumAlgorithm: [object.checksumAlgorithm], ChecksumType: object.checksumType }),
  Size: object.contentLength,
  StorageClass: 'STANDARD',
  ...(owner === undefined ? {} : { Owner: { ID: owner } }),
});

export const pageSize = (maxKeys: number | string | undefined): number => {
  const size = maxKeys === undefined ? PAGE : Number(maxKeys);
  if (!Number.isInteger(size))
    throw new AwsError('InvalidArgument', 'Provided max-keys not an integer or within integer range', 400);
  if (size < 0)
    throw new AwsError('InvalidArgument', 'Argument maxKeys must be an integer between 0 and 2147483647', 400);
  return Math.min(size, PAGE);
};

const encodeToken = (last: string): string => Buffer.from(`1${last}`).toString('base64');

const decodeToken = (token: string): string => {
  const text = Buffer.from(token, 'base64').toString();
  if (text.startsWith('1')) return text.slice(1);
  throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect', 400, {
    ArgumentName: 'continuation-token',
  });
};
