type Bin = { count: number; red: number; green: number; blue: number };

const MOST = 5;

/** Below this part of the pixels a colour is an accident, such as the blend along an edge. */
const RARE = 0.01;

/** Two colours nearer than this, in steps of 0 to 255 summed over the channels, count as one. */
const ALIKE = 96;

/** The most frequent colours of RGBA pixels as `#rrggbb`, at most five, no two alike; see-through pixels do not count. */
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
  return chosen.map((colour) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`);
};

const difference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, channel) => sum + Math.abs(value - (b[channel] ?? 0)), 0);
