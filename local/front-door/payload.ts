import { createHash } from 'node:crypto';
import { CHECKSUM_ALGORITHMS, checksum } from '../aws/checksum.ts';
import { AwsError } from '../aws/error.ts';
import type { Caller } from './authenticate.ts';
import { decodeChunks } from './aws-chunked.ts';
import { sha256Hex, type WireRequest } from './canonical.ts';

export type Payload = {
  body: Buffer;
  /** The request's headers with those that the body's trailer brought. */
  headers: Readonly<Record<string, string>>;
};

/**
 * The content of an S3 request: taken out of its `aws-chunked` framing where it has one, and held against the hash of
 * the signature, `Content-MD5` and the checksum headers. Throws `AwsError` where any of them does not fit.
 */
export const openPayload = ({ headers, method, rawQuery }: WireRequest, wireBody: Buffer, caller: Caller): Payload => {
  const hash = headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  const opened = hash.startsWith('STREAMING-')
    ? openChunked(headers, wireBody, caller, hash)
    : { body: wireBody, headers };
  if (/^[0-9a-f]{64}$/i.test(hash) && sha256Hex(opened.body) !== hash.toLowerCase()) {
    throw new AwsError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      400,
      { ClientComputedContentSHA256: hash, S3ComputedContentSHA256: sha256Hex(opened.body) },
    );
  }
  verifyMd5(opened);
  // Completing a multipart upload names the checksum of the object, not of the request.
  if (method === 'PUT' || !rawQuery.includes('uploadId=')) verifyChecksums(opened);
  return opened;
};

const openChunked = (
  headers: Readonly<Record<string, string>>,
  wireBody: Buffer,
  caller: Caller,
  hash: string,
): Payload => {
  const { body, trailers } = decodeChunks(wireBody, hash, caller);
  const declared = headers['x-amz-decoded-content-length'];
  if (declared === undefined) {
    throw new AwsError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
  }
  if (Number(declared) !== body.length) {
    throw new AwsError(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
      400,
    );
  }
  const announced = (headers['x-amz-trailer'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const missing = announced.find((name) => name !== '' && trailers[name] === undefined);
  if (missing)
    throw new AwsError('MalformedTrailerError', 'The request contained trailing data that was not well-formed.', 400);
  // `aws-chunked` is no property of the object: S3 drops it from the encoding that it stores.
  const encoding = (headers['content-encoding'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked')
    .join(',');
  const { 'content-encoding': _, ...rest } = headers;
  return { body, headers: { ...rest, ...(encoding && { 'content-encoding': encoding }), ...trailers } };
};

const verifyMd5 = ({ headers, body }: Payload): void => {
  const given = headers['content-md5'];
  if (given === undefined) return;
  if (Buffer.from(given, 'base64').length !== 16) {
    throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.', 400, { 'Content-MD5': given });
  }
  const actual = createHash('md5').update(body).digest('base64');
  if (actual === given) return;
  throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400, {
    ExpectedDigest: given,
    CalculatedDigest: actual,
  });
};

const verifyChecksums = ({ headers, body }: Payload): void => {
  for (const algorithm of CHECKSUM_ALGORITHMS) {
    const given = headers[`x-amz-checksum-${algorithm}`];
    if (given === undefined || checksum(algorithm, body) === given) continue;
    const message = `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`;
    throw new AwsError('BadDigest', message, 400);
  }
};
