import type { Operation } from '../../aws/service.ts';
import { listPage } from '../list.ts';
import { objectsOf, type S3 } from '../s3.ts';
import { listPermission, pageOutput, pageSize } from './list-objects-v2.ts';

type Input = {
  Bucket: string;
  Prefix?: string;
  Delimiter?: string;
  MaxKeys?: number | string;
  Marker?: string;
  EncodingType?: string;
};

export const listObjects = (s3: S3): Operation => ({
  permissions: (input: Input) => [listPermission(input)],
  run(input: Input) {
    const { Prefix = '', Delimiter = '', Marker = '' } = input;
    const maxKeys = pageSize(input.MaxKeys);
    const page = listPage(objectsOf(s3, input.Bucket), {
      prefix: Prefix,
      delimiter: Delimiter,
      after: Marker,
      maxKeys,
    });
    return {
      ...pageOutput(page, s3.accountId),
      Name: input.Bucket,
      Prefix,
      Marker,
      MaxKeys: maxKeys,
      ...(Delimiter && { Delimiter }),
      ...(input.EncodingType && { EncodingType: input.EncodingType }),
      // Version 1 names where to go on only where a delimiter may hide the last key.
      ...(page.isTruncated && Delimiter && { NextMarker: page.last }),
    };
  },
});
