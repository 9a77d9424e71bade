import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { copySource } from '../copy-source.ts';
import { type UploadInput, uploadOf } from '../multipart.ts';
import { onObject, type S3 } from '../s3.ts';
import { checkSource } from './copy-object.ts';
import { findObject } from './get-object.ts';
import { partNumber } from './upload-part.ts';

type Input = UploadInput &
  Parameters<typeof checkSource>[0] & { PartNumber: number | string; CopySource: string; CopySourceRange?: string };

export const uploadPartCopy = (s3: S3): Operation => ({
  permissions({ Bucket, Key, CopySource }: Input) {
    const source = copySource(CopySource);
    return [onObject('s3:GetObject', source.Bucket, source.Key), onObject('s3:PutObject', Bucket, Key)];
  },
  run(input: Input, context) {
    uploadOf(s3, input);
    const source = copySource(input.CopySource);
    const original = findObject(s3, source, context);
    checkSource(input, original);
    const { body } = s3.store.getObject(source.Bucket, source.Key);
    const part =
      input.CopySourceRange === undefined ? body : slice(body, input.CopySourceRange, original.contentLength);
    const { etag } = s3.store.uploadPart(input.UploadId, partNumber(input.PartNumber), part);
    return { CopyPartResult: { ETag: etag, LastModified: new Date(s3.clock.now()) }, ServerSideEncryption: 'AES256' };
  },
});

const slice = (body: Buffer, range: string, length: number): Buffer => {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  if (first === undefined || last === undefined || Number(last) >= length || Number(first) > Number(last)) {
    const message = `The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy`;
    throw new AwsError('InvalidArgument', message, 400);
  }
  return body.subarray(Number(first), Number(last) + 1);
};
