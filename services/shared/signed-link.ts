import { createHmac } from 'node:crypto';

/** The same text always has the same signature under a key; whoever has not the key cannot make it. The edge checks it so too. */
export const signatureOf = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

/**
 * An address that the edge opens until a moment, in milliseconds since the epoch, although what is there is not public. `scope` is
 * the part of the address that the signature is good for, such as `media/<content>`.
 */
export const signedQuery = (key: string, scope: string, until: number): string => {
  const expires = String(Math.floor(until / 1000));
  return `expires=${expires}&signature=${signatureOf(key, `${scope} ${expires}`)}`;
};
