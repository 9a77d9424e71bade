export type Random = () => number;

/** A generator of numbers from 0 up to 1 that are the same at every run. */
export const numbers = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A number between two, from a generator. */
export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

/** What `draw` answers for each of `count` indices, as one string. */
export const repeat = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');
