import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { type UploadInput, uploadOf } from '../multipart.ts';
import { onObject, type S3 } from '../s3.ts';
import { writtenChecksum } from '../write-input.ts';

type Input = UploadInput & { PartNumber: number | string; Body?: string | Buffer };

export const uploadPart = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: Input) => [onObject('s3:PutObject', Bucket, Key)],
  run(input: Input) {
    uploadOf(s3, input);
    const number = partNumber(input.PartNumber);
    const body = typeof input.Body === 'string' ? Buffer.from(input.Body) : (input.Body ?? Buffer.alloc(0));
    const sum = writtenChecksum(input);
    const { etag } = s3.store.uploadPart(input.UploadId, number, body, sum?.value);
    return { ETag: etag, ServerSideEncryption: 'AES256', ...(sum && { [`Checksum${sum.algorithm}`]: sum.value }) };
  },
});

export const partNumber = (text: number | string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number;
  throw new AwsError('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive', 400, {
    ArgumentName: 'partNumber',
    ArgumentValue: String(text),
  });
};
