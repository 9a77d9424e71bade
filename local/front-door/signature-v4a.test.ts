import { createHash, createHmac } from 'node:crypto';
import { SignatureV4a } from '@aws-sdk/signature-v4a';
import { expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { createIdentities } from '../iam/identities.ts';
import { ACCOUNT_ID, ADMINISTRATOR } from '../identity.ts';
import { authenticate } from './authenticate.ts';
import type { WireRequest } from './canonical.ts';
import { claimOf } from './claim.ts';
import { privateKeyOf, publicKeyOf } from './signature-v4a.ts';

const clock = new VirtualClock();
const identities = createIdentities({ accountId: ACCOUNT_ID, clock });

class Sha256 {
  readonly #hash;
  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', Buffer.from(secret));
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

const signed = async (credentials: { accessKeyId: string; secretAccessKey: string }): Promise<WireRequest> => {
  const signer = new SignatureV4a({
    credentials,
    region: '*',
    service: 'cloudfront-keyvaluestore',
    sha256: Sha256 as never,
  });
  const { headers } = await signer.sign(
    {
      method: 'PUT',
      protocol: 'http:',
      hostname: 'localhost',
      path: '/key-value-stores/arn%3Aaws/keys/a%2Fb',
      query: { n: '1' },
      headers: { host: 'localhost' },
      body: '{}',
    },
    { signingDate: new Date(clock.now()) },
  );
  return { method: 'PUT', rawPath: '/key-value-stores/arn%3Aaws/keys/a%2Fb', rawQuery: 'n=1', headers };
};

const verify = (wire: WireRequest, body = '{}') => {
  const claim = claimOf(wire);
  if (!claim) throw new Error('no signature found');
  return authenticate(wire, claim, Buffer.from(body), 'rest-json', { clock, identities });
};

test('the key is the one that AWS derives of an access key', () => {
  const [id, secret] = ['AKISORANDOMAASORANDOM', 'q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom'];
  expect(privateKeyOf(id, secret).toString('hex')).toBe(
    '7fd3bd010c0d9c292141c2b77bfbde1042c92e6836fff749d1269ec890fca1bd',
  );
  const { x = '', y = '' } = publicKeyOf(id, secret).export({ format: 'jwk' });
  expect([x, y].map((each) => Buffer.from(each, 'base64url').toString('hex'))).toEqual([
    '15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb',
    '0515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0',
  ]);
});

test('what the SDK’s asymmetric signer signs is recognised', async () => {
  expect(verify(await signed(ADMINISTRATOR)).principal).toBe(identities.administrator);
});

test('a wrong key, a changed body, path, region set or time is refused in AWS’s words', async () => {
  const wire = await signed(ADMINISTRATOR);
  const refused = (changed: WireRequest, body?: string) => {
    try {
      verify(changed, body);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return 'taken';
  };
  const withHeader = (name: string, value: string) => ({ ...wire, headers: { ...wire.headers, [name]: value } });
  const { authorization = '' } = wire.headers;
  expect(refused(await signed({ ...ADMINISTRATOR, secretAccessKey: 'other' }))).toBe('InvalidSignatureException');
  expect(refused(wire, '{"a":1}')).toBe('InvalidSignatureException');
  expect(refused({ ...wire, rawPath: '/other' })).toBe('InvalidSignatureException');
  expect(refused(withHeader('x-amz-region-set', 'eu-west-1'))).toBe('InvalidSignatureException');
  expect(refused(withHeader('authorization', authorization.replace(/Signature=..../, 'Signature=zz00')))).toBe(
    'InvalidSignatureException',
  );
  expect(refused(withHeader('authorization', authorization.replace(';x-amz-region-set', '')))).toMatch(/Malformed/);
  expect(refused(await signed({ ...ADMINISTRATOR, accessKeyId: 'AKIAUNKNOWN' }))).toBe('UnrecognizedClientException');
  await clock.advance(16 * 60_000);
  expect(refused(wire)).toBe('InvalidSignatureException');
});
