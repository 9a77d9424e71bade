import { createHash, randomUUID } from 'node:crypto';
import type jsonata from 'jsonata';
import type { Json } from './json.ts';

const HASHES: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** Longest range that AWS makes. */
const LONGEST_RANGE = 1000;

const partition = (array: Json[] | undefined, size: number): Json[] | undefined => {
  if (array === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1) throw new Error('The size of a partition must be a positive integer');
  const parts: Json[] = [];
  for (let start = 0; start < array.length; start += size) parts.push(array.slice(start, start + size));
  return parts;
};

const range = (first: number, last: number, step: number): number[] => {
  const [from, to, by] = [first, last, step].map(Math.round);
  if (from === undefined || to === undefined || !by) throw new Error('The step of a range must not be 0');
  const length = Math.max(0, Math.floor((to - from) / by) + 1);
  if (length > LONGEST_RANGE) throw new Error(`A range has at most ${LONGEST_RANGE} items`);
  // A sequence, as jsonata marks it: AWS gives one number, not an array, for a range of one.
  return Object.assign(
    Array.from({ length }, (_, index) => from + index * by),
    { sequence: true },
  );
};

const hash = (data: Json | undefined, algorithm: string): string | undefined => {
  if (data === undefined) return undefined;
  const name = HASHES[algorithm];
  if (!name) throw new Error(`The algorithm must be one of ${Object.keys(HASHES).join(', ')}`);
  return createHash(name)
    .update(typeof data === 'string' ? data : JSON.stringify(data))
    .digest('hex');
};

/** A number in [0, 1), the same for the same seed (mulberry32). */
const random = (seed?: number): number => {
  if (seed === undefined) return Math.random();
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** Adds what AWS adds to JSONata, and takes away `$eval`, which AWS does not have. */
export const addFunctions = (expression: jsonata.Expression): void => {
  expression.registerFunction('partition', partition);
  expression.registerFunction('range', range);
  expression.registerFunction('hash', hash);
  expression.registerFunction('random', random);
  expression.registerFunction('uuid', () => randomUUID());
  expression.registerFunction('parse', (text?: string) => (text === undefined ? undefined : JSON.parse(text)));
  expression.assign('eval', undefined);
};
