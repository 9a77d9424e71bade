import type { Operation } from '../../aws/service.ts';
import { type UploadInput, uploadOf } from '../multipart.ts';
import { onObject, type S3 } from '../s3.ts';
import { pageSize } from './list-objects-v2.ts';

type Input = UploadInput & { MaxParts?: number | string; PartNumberMarker?: number | string };

export const listParts = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: Input) => [onObject('s3:ListMultipartUploadParts', Bucket, Key)],
  run(input: Input) {
    const { Bucket, Key, UploadId } = input;
    const marker = Number(input.PartNumberMarker ?? 0);
    const size = pageSize(input.MaxParts);
    const parts = [...uploadOf(s3, input).parts.values()]
      .filter(({ partNumber }) => partNumber > marker)
      .sort((a, b) => a.partNumber - b.partNumber);
    const page = parts.slice(0, size);
    return {
      Bucket,
      Key,
      UploadId,
      PartNumberMarker: String(marker),
      ...(page.length > 0 && { NextPartNumberMarker: String(page.at(-1)?.partNumber) }),
      MaxParts: size,
      IsTruncated: parts.length > size,
      Parts: page.map(({ partNumber, etag, lastModified, body }) => ({
        PartNumber: partNumber,
        LastModified: lastModified,
        ETag: etag,
        Size: body.length,
      })),
      StorageClass: 'STANDARD',
    };
  },
});
