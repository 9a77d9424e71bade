import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { createIdentities } from '../iam/identities.ts';
import { ACCOUNT_ID, ADMINISTRATOR } from '../identity.ts';
import { authenticate } from './authenticate.ts';
import type { WireRequest } from './canonical.ts';
import { claimOf } from './claim.ts';

const clock = new VirtualClock();
const identities = createIdentities({ accountId: ACCOUNT_ID, clock });

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

type Sent = {
  method: string;
  segments: string[];
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: string;
};

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
// Segments of dots alone mean a way through the path, and clients take them out before they sign.
const segment = text.filter((part) => part !== '' && !/^\.+$/.test(part));
const name = fc.stringMatching(/^x-[a-z]{1,6}$/);
const value = fc.stringMatching(/^[ -~]{0,20}$/);
const sent = fc.record<Sent>({
  method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE'),
  segments: fc.array(segment, { maxLength: 4 }),
  query: fc.dictionary(
    segment.filter((key) => !/^x-amz|^__proto__$/i.test(key)),
    fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
    { maxKeys: 4 },
  ),
  headers: fc.dictionary(name, value, { maxKeys: 3 }),
  body: text,
});

const signed = async (service: string, { method, segments, query, headers, body }: Sent): Promise<WireRequest> => {
  const signer = new SignatureV4({
    service,
    region: 'us-east-1',
    credentials: ADMINISTRATOR,
    sha256: Sha256,
    uriEscapePath: service !== 's3',
  });
  const rawPath = `/${segments.map(encode).join('/')}`;
  const request = {
    method,
    protocol: 'http:',
    hostname: '127.0.0.1',
    path: rawPath,
    query,
    headers: { ...headers, host: '127.0.0.1:4566' },
    body,
  };
  const result = await signer.sign(request, { signingDate: new Date(clock.now()) });
  const rawQuery = Object.entries(query)
    .flatMap(([key, values]) => [values].flat().map((each) => `${encode(key)}=${encode(each)}`))
    .join('&');
  return { method, rawPath, rawQuery, headers: result.headers };
};

const verify = (wire: WireRequest, body: string, service: string) => {
  const claim = claimOf(wire);
  if (!claim) throw new Error('no signature found');
  return authenticate(wire, claim, Buffer.from(body), service === 's3' ? 's3' : 'json', { clock, identities });
};

test.for(['s3', 'states'])('whatever the SDK’s signer signs for %s is recognised', async (service) => {
  await fc.assert(
    fc.asyncProperty(sent, async (request) => {
      const wire = await signed(service, request);
      expect(verify(wire, request.body, service).principal).toBe(identities.administrator);
    }),
    { numRuns: 200 },
  );
});

test.for(['s3', 'states'])('a change of any part that is signed for %s is refused', async (service) => {
  await fc.assert(
    fc.asyncProperty(sent, async (request) => {
      const wire = await signed(service, request);
      const changes: WireRequest[] = [
        { ...wire, method: `${wire.method}X` },
        { ...wire, rawPath: `${wire.rawPath}x` },
        { ...wire, rawQuery: `${wire.rawQuery}&x=1` },
        { ...wire, headers: { ...wire.headers, host: 'elsewhere' } },
        { ...wire, headers: { ...wire.headers, 'x-amz-content-sha256': '0'.repeat(64) } },
      ];
      for (const changed of service === 's3' ? changes : changes.slice(0, 4))
        expect(() => verify(changed, request.body, service)).toThrow(/signature/);
      if (service !== 's3') expect(() => verify(wire, `${request.body}x`, service)).toThrow(/signature/);
    }),
    { numRuns: 50 },
  );
});
