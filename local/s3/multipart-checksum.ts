import { CHECKSUM_ALGORITHMS, type ChecksumAlgorithm, checksum } from '../aws/checksum.ts';
import { AwsError } from '../aws/error.ts';
import type { MultipartUpload, ObjectChecksum, StoredPart } from '../fauxqs/s3-store.ts';

/**
 * The checksum of an object made of parts. CRC64NVME is always taken over the whole object, the SHA family over the
 * parts' checksums; the other CRCs are either, and composite unless the upload asked for the whole.
 */
export const multipartChecksum = (
  upload: MultipartUpload,
  parts: readonly StoredPart[],
): ObjectChecksum | undefined => {
  const [name, asked] = (upload.checksumAlgorithm ?? '').split(':');
  const algorithm = CHECKSUM_ALGORITHMS.find((each) => each === name?.toLowerCase());
  if (!algorithm) return undefined;
  const whole = algorithm === 'crc64nvme' || (asked === 'FULL_OBJECT' && algorithm.startsWith('crc'));
  const partChecksums = parts.map(({ body, checksumValue }) => checksumValue ?? checksum(algorithm, body));
  return {
    checksumAlgorithm: algorithm.toUpperCase(),
    checksumType: whole ? 'FULL_OBJECT' : 'COMPOSITE',
    checksumValue: whole
      ? checksum(algorithm, Buffer.concat(parts.map(({ body }) => body)))
      : composite(algorithm, partChecksums),
    partChecksums,
  };
};

const composite = (algorithm: ChecksumAlgorithm, partChecksums: readonly string[]): string =>
  `${checksum(algorithm, Buffer.concat(partChecksums.map((each) => Buffer.from(each, 'base64'))))}-${partChecksums.length}`;

/** Holds the checksum and its type that a client expects of the whole against what came out. Throws `BadDigest` or `InvalidRequest`. */
export const checkExpected = (input: object, actual: ObjectChecksum | undefined): void => {
  const given = input as Readonly<Record<string, unknown>>;
  if (given.ChecksumType !== undefined && given.ChecksumType !== actual?.checksumType)
    throw new AwsError(
      'InvalidRequest',
      `The upload was created using the ${actual?.checksumType ?? 'null'} checksum mode. The complete request must use the same checksum mode.`,
      400,
    );
  if (!actual) return;
  const expected = given[`Checksum${actual.checksumAlgorithm}`];
  if (expected === undefined || expected === actual.checksumValue) return;
  throw new AwsError(
    'BadDigest',
    `The ${actual.checksumAlgorithm} you specified did not match the calculated checksum.`,
    400,
  );
};

/** Holds the checksum that a client says of a part against its bytes. Throws `InvalidPart`; a part that is not there is told elsewhere. */
export const checkPart = (given: Readonly<Record<string, unknown>>, part: StoredPart | undefined): void => {
  const wrong = CHECKSUM_ALGORITHMS.some((algorithm) => {
    const expected = given[`Checksum${algorithm.toUpperCase()}`];
    return part !== undefined && expected !== undefined && expected !== checksum(algorithm, part.body);
  });
  if (!wrong) return;
  const message =
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
  throw new AwsError('InvalidPart', message, 400, { PartNumber: String(given.PartNumber) });
};
