import { numbers } from './random.ts';

const SIDE = 512;

/** Grains about two pixels wide, with a standard deviation of 32. */
const tile = (): Int8Array => {
  const random = numbers(1931);
  const single = Float32Array.from({ length: SIDE * SIDE }, () => random() + random() + random() - 1.5);
  const at = (x: number, y: number): number => single[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))] ?? 0;
  return Int8Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [x, y] = [index % SIDE, Math.floor(index / SIDE)];
    const near = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1);
    return Math.max(-127, Math.min(127, Math.round((at(x, y) + near * 0.45) * 48)));
  });
};

let drawn: Int8Array | undefined;

/** Film grain for any pixel; `start` shifts it, so that pictures do not share one pattern. */
export const grainOf = (start: number): { at(x: number, y: number): number } => {
  drawn ??= tile();
  const grains = drawn;
  const shift = start * 131;
  return { at: (x, y) => grains[((y + shift) & (SIDE - 1)) * SIDE + ((x + shift * 7) & (SIDE - 1))] ?? 0 };
};
