import { AwsError } from '../../aws/error.ts';
import type { Operation } from '../../aws/service.ts';
import { setUploadTags, type UploadInput, uploadOf, uploadTags } from '../multipart.ts';
import { checkExpected, checkPart, multipartChecksum } from '../multipart-checksum.ts';
import { checksumOutput } from '../object-output.ts';
import { checkWrite } from '../preconditions.ts';
import { commit, objectsOf, onObject, type S3 } from '../s3.ts';

type GivenPart = { PartNumber?: number | string; ETag?: string } & Record<string, unknown>;

type Input = UploadInput & {
  MultipartUpload?: { Parts?: GivenPart[] };
  IfMatch?: string;
  IfNoneMatch?: string;
};

/** Smallest part but for the last, in bytes. */
const SMALLEST_PART = 5 * 1024 * 1024;

export const completeMultipartUpload = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: Input) => [onObject('s3:PutObject', Bucket, Key)],
  run(input: Input, context) {
    const { Bucket: bucket, Key: key, UploadId } = input;
    const upload = uploadOf(s3, input);
    const parts = (input.MultipartUpload?.Parts ?? []).map(({ PartNumber, ETag }) => ({
      partNumber: Number(PartNumber),
      etag: String(ETag),
    }));
    if (parts.length === 0) {
      const message = 'The XML you provided was not well-formed or did not validate against our published schema';
      throw new AwsError('MalformedXML', message, 400);
    }
    for (const part of input.MultipartUpload?.Parts ?? []) checkPart(part, upload.parts.get(Number(part.PartNumber)));
    for (const { partNumber } of parts.slice(0, -1)) {
      const size = upload.parts.get(partNumber)?.body.length;
      if (size !== undefined && size < SMALLEST_PART) {
        throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400, {
          ProposedSize: String(size),
          MinSizeAllowed: String(SMALLEST_PART),
          PartNumber: String(partNumber),
        });
      }
    }
    checkWrite(input, key, objectsOf(s3, bucket).get(key));
    // The store lets the parts go before it writes; should the write fail, the upload must still be there to be tried again.
    const kept = new Map(upload.parts);
    try {
      const object = commit(
        s3,
        { bucket, key, reason: 'CompleteMultipartUpload', context, tags: uploadTags(s3, UploadId) },
        () => {
          setUploadTags(s3, UploadId);
          const used = parts.flatMap(({ partNumber }) => kept.get(partNumber) ?? []);
          const checksum = multipartChecksum(upload, used);
          checkExpected(input, checksum);
          const whole = s3.store.completeMultipartUpload(UploadId, parts);
          s3.store.setChecksum(bucket, key, checksum);
          return { ...whole, ...checksum };
        },
      );
      return {
        Location: `/${bucket}/${key}`,
        Bucket: bucket,
        Key: key,
        ETag: object.etag,
        ...checksumOutput(object),
      };
    } catch (error) {
      for (const [number, part] of kept) upload.parts.set(number, part);
      throw error;
    }
  },
});
