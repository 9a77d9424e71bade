import { randomBytes } from 'node:crypto';

/** The root of a new trace as X-Ray writes it: `Root=1-<seconds, hex>-<24 hex>`; `now` in milliseconds. */
export const traceRoot = (now: number): string => {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return `Root=1-${seconds}-${randomBytes(12).toString('hex')}`;
};

/** What a sampled request carries: its trace and the segment that it belongs to. */
export const traceHeader = (now: number): string =>
  `${traceRoot(now)};Parent=${randomBytes(8).toString('hex')};Sampled=1`;
