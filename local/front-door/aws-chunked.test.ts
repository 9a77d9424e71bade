import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksum } from '../aws/checksum.ts';
import type { Caller } from './authenticate.ts';
import { decodeChunks } from './aws-chunked.ts';
import { sign, signingKey } from './signature.ts';

const scope = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', date: '20130524', region: 'us-east-1', service: 's3' };
const caller = {
  key: signingKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', scope),
  claim: {
    kind: 'header',
    scope,
    timestamp: '20130524T000000Z',
    signedHeaders: [],
    signature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
  },
} as unknown as Caller;

const frame = (chunks: Buffer[], trailer = '') =>
  Buffer.concat([
    ...chunks.map((chunk) =>
      Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
    ),
    Buffer.from(`0\r\n${trailer}\r\n`),
  ]);

test('the signed upload of AWS’s own documentation is taken', () => {
  const [first, second] = [Buffer.alloc(65_536, 'a'), Buffer.alloc(1024, 'a')];
  const chunk = (data: Buffer, signature: string) =>
    Buffer.concat([
      Buffer.from(`${data.length.toString(16)};chunk-signature=${signature}\r\n`),
      data,
      Buffer.from('\r\n'),
    ]);
  const wire = Buffer.concat([
    chunk(first, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'),
    chunk(second, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'),
    chunk(Buffer.alloc(0), 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'),
  ]);
  const { body } = decodeChunks(wire, 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', caller);
  expect(body.length).toBe(66_560);
  wire[200] = 98;
  expect(() => decodeChunks(wire, 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', caller)).toThrow(/does not match/);
});

test('a signed trailer must carry the signature that ends the chain', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const base = ['20130524T000000Z', '20130524/us-east-1/s3/aws4_request'];
  const last = sign(
    caller.key,
    ['AWS4-HMAC-SHA256-PAYLOAD', ...base, caller.claim.signature, hash(''), hash('')].join('\n'),
  );
  const trailer = sign(
    caller.key,
    ['AWS4-HMAC-SHA256-TRAILER', ...base, last, hash('x-amz-checksum-crc32:AAAAAA==\n')].join('\n'),
  );
  const wire = (signature: string) =>
    Buffer.from(
      `0;chunk-signature=${last}\r\nx-amz-checksum-crc32:AAAAAA==\r\nx-amz-trailer-signature:${signature}\r\n\r\n`,
    );
  const mode = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER';
  expect(decodeChunks(wire(trailer), mode, caller).trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAAAA==' });
  expect(() => decodeChunks(wire(last), mode, caller)).toThrow(/does not match/);
});

test('what was framed comes out, whatever the bytes and the sizes of chunks', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 6 }), (chunks) => {
      const buffers = chunks.map((chunk) => Buffer.from(chunk));
      const { body, trailers } = decodeChunks(
        frame(buffers, 'x-amz-checksum-sha1:v\r\n'),
        'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        caller,
      );
      expect(body).toEqual(Buffer.concat(buffers));
      expect(trailers).toEqual({ 'x-amz-checksum-sha1': 'v' });
    }),
  );
});

test('a body that ends early is refused wherever it was cut', () => {
  const wire = frame([Buffer.from('hello'), Buffer.from('world')]);
  for (let end = 0; end < wire.indexOf('0\r\n', 20); end++) {
    expect(() => decodeChunks(wire.subarray(0, end), 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', caller)).toThrow(
      /terminated unexpectedly/,
    );
  }
});

test('each checksum algorithm gives its published check value', () => {
  const data = Buffer.from('123456789');
  const hex = (algorithm: Parameters<typeof checksum>[0]) =>
    Buffer.from(checksum(algorithm, data), 'base64').toString('hex');
  expect([hex('crc32'), hex('crc32c'), hex('crc64nvme')]).toEqual(['cbf43926', 'e3069283', 'ae8b14860a799888']);
});
