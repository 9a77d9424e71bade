import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signatureOf, signedQuery } from './signed-link.ts';

test('a link names the second in which it ends, and is signed for its scope and that second', () => {
  const query = new URLSearchParams(signedQuery('a key', 'media/content-a', 1_772_355_600_999));
  expect(query.get('expires')).toBe('1772355600');
  const expected = createHmac('sha256', 'a key').update('media/content-a 1772355600').digest('base64url');
  expect(query.get('signature')).toBe(expected);
});

test('the same is signed in the same way, and anything else in another', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(text, text, text, (key, one, other) => {
      expect(signatureOf(key, one)).toBe(signatureOf(key, one));
      expect(signatureOf(key, one) === signatureOf(key, other)).toBe(one === other);
    }),
  );
});

test('a signature needs no escaping in an address', () => {
  fc.assert(fc.property(fc.string(), (text) => void expect(signatureOf('k', text)).toMatch(/^[A-Za-z0-9_-]{43}$/)));
});
