import type { Operation } from '../../aws/service.ts';
import { byUtf8 } from '../order.ts';
import { objectsOf, onBucket, type S3 } from '../s3.ts';
import { pageSize } from './list-objects-v2.ts';

type Input = {
  Bucket: string;
  Prefix?: string;
  Delimiter?: string;
  EncodingType?: string;
  KeyMarker?: string;
  UploadIdMarker?: string;
  MaxUploads?: number | string;
};

type Upload = { key: string; uploadId: string; initiated: Date };

/** Uploads in progress in order of their keys and of when they began, in pages. */
export const listMultipartUploads = (s3: S3): Operation => ({
  permissions: ({ Bucket }: Input) => [onBucket('s3:ListBucketMultipartUploads', Bucket)],
  run(input: Input) {
    const { Bucket, Prefix = '', Delimiter = '', KeyMarker = '', UploadIdMarker = '', EncodingType } = input;
    objectsOf(s3, Bucket);
    const size = pageSize(input.MaxUploads);
    const all = [...s3.store.multipartUploads.values()]
      .filter(({ bucket, key }) => bucket === Bucket && key.startsWith(Prefix))
      .sort((a, b) => byUtf8(a.key, b.key) || a.initiated.getTime() - b.initiated.getTime());
    const { uploads, prefixes, truncated, last } = page(after(all, KeyMarker, UploadIdMarker), Prefix, Delimiter, size);
    return {
      Bucket,
      Prefix,
      KeyMarker,
      UploadIdMarker,
      ...(Delimiter && { Delimiter }),
      ...(EncodingType && { EncodingType }),
      ...(truncated && { NextKeyMarker: last.key, NextUploadIdMarker: last.uploadId }),
      IsTruncated: truncated,
      MaxUploads: size,
      ...(uploads.length > 0 && {
        Uploads: uploads.map(({ key, uploadId, initiated }) => ({
          Key: key,
          UploadId: uploadId,
          Initiated: initiated,
          StorageClass: 'STANDARD',
        })),
      }),
      ...(prefixes.length > 0 && { CommonPrefixes: prefixes.map((each) => ({ Prefix: each })) }),
    };
  },
});

/** Those behind the marker: of later keys, and of the marker's own key those behind the upload that it names. */
const after = <T extends Upload>(all: readonly T[], key: string, uploadId: string): T[] => {
  if (key === '') return [...all];
  const named = uploadId === '' ? -1 : all.findIndex((each) => each.key === key && each.uploadId === uploadId);
  return named < 0 ? all.filter((each) => byUtf8(each.key, key) > 0) : all.slice(named + 1);
};

const page = <T extends Upload>(all: readonly T[], prefix: string, delimiter: string, size: number) => {
  const uploads: T[] = [];
  const prefixes: string[] = [];
  let last = { key: '', uploadId: '' };
  for (const upload of all) {
    const end = delimiter === '' ? -1 : upload.key.indexOf(delimiter, prefix.length);
    const common = end < 0 ? undefined : upload.key.slice(0, end + delimiter.length);
    const told = common !== undefined && common === prefixes.at(-1);
    if (!told && uploads.length + prefixes.length === size) return { uploads, prefixes, truncated: size > 0, last };
    if (common === undefined) uploads.push(upload);
    else if (!told) prefixes.push(common);
    last = upload;
  }
  return { uploads, prefixes, truncated: false, last };
};
