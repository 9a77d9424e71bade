import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** 256 bits. */
const secretOf = (): string => randomBytes(32).toString('base64url');

/** Compares in a time that tells nothing, not even a length. */
const same = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
};

/**
 * Who may use the console at `port`: whoever brings the token, once, and from then on the cookie that it was exchanged for.
 * Cookies know no ports, so the cookie's name has it.
 */
export const createGuard = (port: number) => {
  const [host, name] = [`127.0.0.1:${port}`, `marquee-console-${port}`];
  const [token, secret] = [secretOf(), secretOf()];
  let spent = false;
  return {
    token,
    /** Whether a request was meant for this very address: a name that only leads here is somebody else's. */
    isHost: ({ headers }: IncomingMessage): boolean => headers.host === host,
    /**
     * Whether the console's own page asks. What a browser says of another page's request it cannot be made to leave out: the
     * origin, where it differs, and the fetch's site; recent ones name no origin to their own.
     */
    isOwn: ({ method, headers }: IncomingMessage): boolean => {
      const { origin, 'sec-fetch-site': site } = headers;
      if (headers['x-marquee-console'] !== '1' || (site ?? 'same-origin') !== 'same-origin') return false;
      return origin === undefined ? site !== undefined || method === 'GET' : origin === `http://${host}`;
    },
    /** Spends the token; answers the cookie to set. Undefined for a wrong token, or one that is spent. */
    open(given: unknown): string | undefined {
      if (typeof given !== 'string' || !same(given, token) || spent) return undefined;
      spent = true;
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    hasSession: ({ headers }: IncomingMessage): boolean =>
      (headers.cookie ?? '')
        .split(';')
        .map((each) => each.trim().split('='))
        .some(([key, value]) => key === name && same(value ?? '', secret)),
  };
};
