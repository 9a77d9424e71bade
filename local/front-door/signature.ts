import { createHmac, timingSafeEqual } from 'node:crypto';
import { remember } from '../remember.ts';
import { sha256Hex } from './canonical.ts';

/** The algorithms of Signature Version 4 and of its asymmetric variant, Version 4A. */
export const ALGORITHMS = ['AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/**
 * The scope of a signature: `<access key>/<yyyymmdd>/<region>/<service>/aws4_request`. An asymmetric one has no region there:
 * the header `X-Amz-Region-Set` names those that it is good for.
 */
export type Scope = { accessKeyId: string; date: string; region: string; service: string };

export const parseCredential = (
  credential: string,
  regionSet?: string,
  algorithm: Algorithm = 'AWS4-HMAC-SHA256',
): Scope | undefined => {
  const parts = credential.split('/');
  if (algorithm === 'AWS4-ECDSA-P256-SHA256') parts.splice(-2, 0, regionSet ?? '');
  const [terminator, service, region, date] = parts.slice(-4).reverse();
  // An access key id may itself contain slashes; the scope is the last parts.
  const accessKeyId = parts.slice(0, -4).join('/');
  if (terminator !== 'aws4_request' || !accessKeyId || !date || !region || !service) return undefined;
  return { accessKeyId, date, region, service };
};

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();

/** Keys derived for secrets and scopes; each is good for a day and asked for at every call. */
const derive = remember(500, (text): Buffer => {
  const [date = '', region = '', service = '', ...secret] = text.split('/');
  return hmac(hmac(hmac(hmac(`AWS4${secret.join('/')}`, date), region), service), 'aws4_request');
});

export const signingKey = (secretAccessKey: string, { date, region, service }: Scope): Buffer =>
  derive(`${date}/${region}/${service}/${secretAccessKey}`);

export const scopeText = ({ date, region, service }: Scope): string => `${date}/${region}/${service}/aws4_request`;

export const stringToSign = (
  timestamp: string,
  scope: Scope,
  canonical: string,
  algorithm: Algorithm = 'AWS4-HMAC-SHA256',
): string => {
  const { date, service } = scope;
  const named = algorithm === 'AWS4-HMAC-SHA256' ? scopeText(scope) : `${date}/${service}/aws4_request`;
  return [algorithm, timestamp, named, sha256Hex(canonical)].join('\n');
};

export const sign = (key: Buffer, text: string): string => hmac(key, text).toString('hex');

/** Compares two signatures in constant time. */
export const sameSignature = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Milliseconds of a SigV4 timestamp (`20260101T000000Z`), or undefined where it is none. */
export const parseTimestamp = (text: string): number | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
};

/** A time as SigV4 writes it. */
export const formatTimestamp = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
