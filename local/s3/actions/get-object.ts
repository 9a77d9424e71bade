import { AwsError } from '../../aws/error.ts';
import type { CallContext, Operation } from '../../aws/service.ts';
import type { StoredObject } from '../../fauxqs/s3-store.ts';
import { objectOutput, tellingOutput } from '../object-output.ts';
import { checkRead } from '../preconditions.ts';
import { noSuchKey, objectsOf, onBucket, onTagged, type S3 } from '../s3.ts';

export type GetObjectInput = {
  Bucket: string;
  Key: string;
  Range?: string;
  PartNumber?: string | number;
  ChecksumMode?: string;
};

export const getObject = (s3: S3): Operation => ({
  permissions: ({ Bucket, Key }: GetObjectInput) => [onTagged(s3, 's3:GetObject', Bucket, Key)],
  run(input: GetObjectInput, context) {
    const object = findObject(s3, input, context);
    checkRead(input, object);
    const { output, range } = reading(s3, input, object);
    const { body } = s3.store.getObject(input.Bucket, input.Key);
    return { ...output, Body: range ? body.subarray(range.start, range.end + 1) : body };
  },
});

/** What a read of an object answers but for its bytes, and which of them it asks for where not for all. */
export const reading = (
  s3: S3,
  input: GetObjectInput,
  object: StoredObject,
): { output: Record<string, unknown>; range?: ByteRange } => {
  const output = { ...objectOutput(object, input), ...tellingOutput(s3, input.Bucket, object) };
  const part = partOf(object, input.PartNumber);
  const range = part ?? (input.Range === undefined ? undefined : parseRange(input.Range, object.contentLength));
  if (!range) return { output };
  const { start, end } = range;
  const rest = Object.fromEntries(Object.entries(output).filter(([name]) => !/^Checksum[A-Z]/.test(name)));
  return {
    range,
    output: {
      ...rest,
      ContentLength: end + 1 - start,
      ContentRange: `bytes ${start}-${end}/${object.contentLength}`,
      ...(object.parts && part && { PartsCount: object.parts.length }),
    },
  };
};

/**
 * The object's metadata. Throws `NoSuchKey`, or `AccessDenied` where the caller may not list the bucket and so must not
 * learn which keys it lacks.
 */
export const findObject = (
  s3: S3,
  { Bucket, Key }: { Bucket: string; Key: string },
  context: CallContext,
): StoredObject => {
  const object = objectsOf(s3, Bucket).get(Key);
  if (object) return object;
  const list = onBucket('s3:ListBucket', Bucket);
  throw context.refusalOf(list) ?? noSuchKey(Key);
};

type ByteRange = { start: number; end: number };

/** `bytes=a-b`, `bytes=a-` or `bytes=-n`; what has another form is ignored, as RFC 9110 and S3 do. */
const parseRange = (range: string, length: number): ByteRange | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (start >= length || start > end) {
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416, {
      RangeRequested: range,
      ActualObjectSize: String(length),
    });
  }
  return { start, end };
};

const partOf = (object: StoredObject, partNumber: string | number | undefined): ByteRange | undefined => {
  if (partNumber === undefined) return undefined;
  const parts = object.parts ?? [{ partNumber: 1, offset: 0, length: object.contentLength }];
  const part = parts.find((each) => each.partNumber === Number(partNumber));
  if (!part) throw new AwsError('InvalidPartNumber', 'The requested partnumber is not satisfiable', 416);
  return { start: part.offset, end: part.offset + part.length - 1 };
};
