import { CHECKSUM_ALGORITHMS, checksum } from '../../aws/checksum.ts';
import type { JsonObject } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';

/** Arguments as the SDK sends them to S3: a body is always written as JSON, and goes with a checksum. */
export const s3Request = (input: JsonObject, action: string): JsonObject => {
  if (action !== 'putObject' && action !== 'uploadPart') return input;
  const body = input.Body === undefined ? '' : textOf(input.Body);
  return {
    ...(action === 'putObject' && { ContentType: 'text/plain; charset=UTF-8' }),
    ...checksumOf(input, body),
    ...input,
    Body: body,
  };
};

/** CRC-32, unless the arguments name another algorithm or bring a checksum along. */
const checksumOf = (input: JsonObject, body: string): JsonObject => {
  if (CHECKSUM_ALGORITHMS.some((name) => input[`Checksum${name.toUpperCase()}`] !== undefined)) return {};
  const wanted = String(input.ChecksumAlgorithm ?? 'CRC32').toLowerCase();
  const algorithm = CHECKSUM_ALGORITHMS.find((name) => name === wanted);
  return algorithm ? { [`Checksum${algorithm.toUpperCase()}`]: checksum(algorithm, Buffer.from(body)) } : {};
};
