type Bin = { count: number; red: number; green: number; blue: number };

const MOST = 5;

/** Below this part of the pixels a colour is an accident, such as the blend along an edge. */
const RARE = 0.01;

/** Two colours nearer than this, in steps of 0 to 255 summed over the channels, count as one. */
const ALIKE = 96;

/** A light in the dark is small and still what one remembers: a vivid colour counts from this part of the pixels on. */
const SMALL = 0.002;

/**
 * The most frequent colours of RGBA pixels as `#rrggbb`, at most five, no two alike; the last is the most vivid one where none of the
 * others comes near it. See-through pixels do not count.
 */
export const dominantColours = (rgba: Uint8Array): string[] => {
  const bins = new Map<number, Bin>();
  for (let i = 0; i + 3 < rgba.length; i += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(i, i + 4);
    if (alpha < 128) continue;
    const id = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    const bin = bins.get(id) ?? { count: 0, red: 0, green: 0, blue: 0 };
    bins.set(id, { count: bin.count + 1, red: bin.red + red, green: bin.green + green, blue: bin.blue + blue });
  }
  const chosen: number[][] = [];
  for (const { count, red, green, blue } of [...bins.values()].sort((a, b) => b.count - a.count)) {
    if (count < (rgba.length / 4) * RARE && chosen.length > 0) break;
    const colour = [red, green, blue].map((sum) => Math.round(sum / count));
    if (chosen.every((other) => difference(other, colour) >= ALIKE)) chosen.push(colour);
    if (chosen.length === MOST) break;
  }
  const accent = mostVivid(bins.values(), (rgba.length / 4) * SMALL);
  if (accent && chosen.every((colour) => vividness(colour) < 0.7 * vividness(accent))) {
    chosen.splice(MOST - 1);
    chosen.push(accent);
  }
  return chosen.map((colour) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`);
};

const difference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, channel) => sum + Math.abs(value - (b[channel] ?? 0)), 0);

/** The distance from grey, in steps of 0 to 255. */
const vividness = (colour: readonly number[]): number => Math.max(...colour) - Math.min(...colour);

const mostVivid = (bins: Iterable<Bin>, least: number): number[] | undefined =>
  [...bins]
    .filter(({ count }) => count >= least)
    .map(({ count, red, green, blue }) => [red, green, blue].map((sum) => Math.round(sum / count)))
    .reduce<number[] | undefined>(
      (best, colour) => (best && vividness(best) >= vividness(colour) ? best : colour),
      undefined,
    );
