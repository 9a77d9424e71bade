import { randomUUID } from 'node:crypto';

/** Up to 30 random hexadecimal digits, of a UUID, for which Node draws its random bytes many at a time. */
export const randomHex = (digits: number): string => {
  const uuid = randomUUID();
  // Without the two digits that say which kind of UUID it is.
  return `${uuid.slice(0, 8)}${uuid.slice(9, 13)}${uuid.slice(15, 18)}${uuid.slice(20, 23)}${uuid.slice(24)}`.slice(
    -digits,
  );
};

/** The root of a new trace as X-Ray writes it: `Root=1-<seconds, hex>-<24 hex>`; `now` in milliseconds. */
export const traceRoot = (now: number): string => {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return `Root=1-${seconds}-${randomHex(24)}`;
};

/** What a sampled request carries: its trace and the segment that it belongs to. */
export const traceHeader = (now: number): string => `${traceRoot(now)};Parent=${randomHex(16)};Sampled=1`;
