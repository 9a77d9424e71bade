import { AwsError } from '../aws/error.ts';
import type { Caller } from './authenticate.ts';
import { sha256Hex } from './canonical.ts';
import { sameSignature, scopeText, sign } from './signature.ts';

export type Chunks = { body: Buffer; trailers: Record<string, string> };

const EMPTY_HASH = sha256Hex('');

/**
 * Decodes a body in `aws-chunked` framing: `<hex size>[;chunk-signature=…]CRLF<data>CRLF … 0[;…]CRLF<trailers>CRLF`.
 * Where `mode` is a signed one (`STREAMING-AWS4-HMAC-SHA256-PAYLOAD[-TRAILER]`), each chunk and the trailer must carry the
 * signature that chains to the request's own.
 */
export const decodeChunks = (wire: Buffer, mode: string, caller: Caller): Chunks => {
  const signed = mode.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD');
  if (!signed && mode !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    throw new AwsError(
      'NotImplemented',
      `The payload signature ${mode} is not supported by the embedded runtime.`,
      501,
    );
  }
  const chain = createChain(caller);
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const { line, next } = readLine(wire, at);
    const [size = '', ...extensions] = line.split(';');
    if (!/^[0-9a-f]{1,8}$/i.test(size.trim())) throw incomplete();
    const length = Number.parseInt(size, 16);
    const data = wire.subarray(next, next + length);
    if (data.length !== length) throw incomplete();
    if (signed)
      chain.verify('AWS4-HMAC-SHA256-PAYLOAD', [EMPTY_HASH, sha256Hex(data)], extension(extensions, 'chunk-signature'));
    at = next + length;
    if (length === 0) break;
    parts.push(data);
    if (wire.toString('latin1', at, at + 2) !== '\r\n') throw incomplete();
    at += 2;
  }
  const { trailers, text } = readTrailers(wire, at);
  const { 'x-amz-trailer-signature': signature, ...rest } = trailers;
  if (signed && mode.endsWith('-TRAILER')) chain.verify('AWS4-HMAC-SHA256-TRAILER', [sha256Hex(text)], signature);
  return { body: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), trailers: rest };
};

const createChain = ({ key, claim }: Caller) => {
  let previous = claim.signature;
  return {
    verify(algorithm: string, hashes: readonly string[], signature: string | undefined): void {
      const text = [algorithm, claim.timestamp, scopeText(claim.scope), previous, ...hashes].join('\n');
      const expected = sign(key, text);
      if (signature === undefined || !sameSignature(expected, signature)) {
        const message =
          'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
        throw new AwsError('SignatureDoesNotMatch', message, 403, { StringToSign: text });
      }
      previous = expected;
    },
  };
};

const readLine = (wire: Buffer, from: number): { line: string; next: number } => {
  const end = wire.indexOf('\r\n', from, 'latin1');
  if (end < 0 || end - from > 512) throw incomplete();
  return { line: wire.toString('latin1', from, end), next: end + 2 };
};

const readTrailers = (wire: Buffer, from: number): { trailers: Record<string, string>; text: string } => {
  const trailers: Record<string, string> = {};
  let text = '';
  for (const line of wire.toString('latin1', from).split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    trailers[name] = value;
    if (name !== 'x-amz-trailer-signature') text += `${name}:${value}\n`;
  }
  return { trailers, text };
};

const extension = (extensions: readonly string[], name: string): string | undefined =>
  extensions
    .find((each) => each.trim().startsWith(`${name}=`))
    ?.split('=')[1]
    ?.trim();

const incomplete = (): AwsError =>
  new AwsError('IncompleteBody', 'The request body terminated unexpectedly or is not in the aws-chunked form.', 400);
