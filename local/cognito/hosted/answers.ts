import type { OriginAnswer } from '../../cloudfront/s3-origin.ts';

const PLAIN = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Any page may ask these endpoints, as they go by what is sent and by no cookie. */
const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

export const json = (status: number, value: object): OriginAnswer => ({
  status,
  headers: { ...PLAIN, ...ANY_ORIGIN, 'content-type': 'application/json;charset=UTF-8' },
  body: Buffer.from(JSON.stringify(value)),
});

export const empty = (status: number, headers: Record<string, string> = {}): OriginAnswer => ({
  status,
  headers: { ...PLAIN, ...ANY_ORIGIN, ...headers },
  body: Buffer.of(),
});

/** What a browser asks before it lets a page of another origin call. */
export const preflight = (methods: string): OriginAnswer =>
  empty(200, {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'authorization, content-type, x-amz-user-agent, amz-sdk-request',
    'access-control-max-age': '86400',
  });

/** Sends the browser on. */
export const redirect = (location: string, cookies: readonly string[] = []): OriginAnswer => ({
  status: 302,
  headers: { ...PLAIN, location, 'referrer-policy': 'same-origin' },
  cookies,
  body: Buffer.of(),
});

/** An address with more parameters behind those that it has. */
export const withParameters = (address: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(given)}`;
};
