import { createECDH, createHmac, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { remember } from '../remember.ts';

/** The order of the curve P-256, less two: the largest number that a key is made of. */
const LARGEST = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc63254fn;

/**
 * The private key that AWS derives of an access key: NIST SP 800-108 in counter mode over HMAC-SHA256, tried with the next
 * counter until the number lies on the curve. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export const privateKeyOf = (accessKeyId: string, secretAccessKey: string): Buffer => {
  for (let counter = 1; counter < 255; counter++) {
    const input = Buffer.concat([
      Buffer.from([0, 0, 0, 1]),
      Buffer.from('AWS4-ECDSA-P256-SHA256\0'),
      Buffer.from(accessKeyId),
      Buffer.from([counter, 0, 0, 1, 0]),
    ]);
    const candidate = BigInt(`0x${createHmac('sha256', `AWS4A${secretAccessKey}`).update(input).digest('hex')}`);
    if (candidate <= LARGEST) return Buffer.from((candidate + 1n).toString(16).padStart(64, '0'), 'hex');
  }
  throw new Error('No key can be derived of this access key.');
};

/** Public keys of the access keys that sign; each costs half a millisecond. */
const derive = remember(500, (keys): KeyObject => {
  const [accessKeyId = '', secretAccessKey = ''] = keys.split('\n');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(privateKeyOf(accessKeyId, secretAccessKey));
  const point = curve.getPublicKey();
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
});

export const publicKeyOf = (accessKeyId: string, secretAccessKey: string): KeyObject =>
  derive(`${accessKeyId}\n${secretAccessKey}`);

/** Whether a signature, hexadecimal DER, is that of the key over the text. */
export const verifies = (key: KeyObject, text: string, signature: string): boolean =>
  /^([0-9a-f]{2})+$/i.test(signature) && verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'hex'));
