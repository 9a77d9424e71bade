import sharp from 'sharp';
import { numbers } from './random.ts';

export type Texture = {
  seed: number;
  /** Cells of the coarsest noise across and down. */
  cells: readonly [across: number, down: number];
  colour: readonly [red: number, green: number, blue: number];
  /** Noise below `low` is clear, above `high` it has the full `opacity`. */
  low: number;
  high: number;
  opacity: number;
  /** Whether it fades out towards its upper and lower edges. */
  feathered?: boolean;
};

const [WIDTH, HEIGHT, OCTAVES] = [360, 240, 5];

const ease = (part: number): number => part * part * (3 - 2 * part);

/** Layers of value noise, each twice as fine and half as strong, from 0 to 1. */
const noise = ({ seed, cells }: Texture): Float32Array => {
  const sums = new Float32Array(WIDTH * HEIGHT);
  for (let octave = 0, weight = 0.52; octave < OCTAVES; octave += 1, weight /= 2) {
    const [across, down] = [cells[0] * 2 ** octave, cells[1] * 2 ** octave];
    const random = numbers(seed + octave * 101);
    const lattice = Float32Array.from({ length: (across + 2) * (down + 2) }, random);
    for (let y = 0; y < HEIGHT; y += 1) {
      const row = Math.floor((y / HEIGHT) * down);
      const fromTop = ease((y / HEIGHT) * down - row);
      for (let x = 0; x < WIDTH; x += 1) {
        const column = Math.floor((x / WIDTH) * across);
        const fromLeft = ease((x / WIDTH) * across - column);
        const corner = row * (across + 2) + column;
        const [a = 0, b = 0] = [lattice[corner], lattice[corner + 1]];
        const [c = 0, d = 0] = [lattice[corner + across + 2], lattice[corner + across + 3]];
        const upper = a + (b - a) * fromLeft;
        const value = upper + (c + (d - c) * fromLeft - upper) * fromTop;
        sums[y * WIDTH + x] = (sums[y * WIDTH + x] ?? 0) + value * weight;
      }
    }
  }
  return sums;
};

/** Clouds, mist or stains as an address to put in an `<image>`; small, because it is meant to be stretched. */
export const texture = async (wanted: Texture): Promise<string> => {
  const { colour, low, high, opacity, feathered = false } = wanted;
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  noise(wanted).forEach((value, index) => {
    const part = Math.min(Math.max((value - low) / (high - low), 0), 1);
    const fade = feathered ? Math.sin((Math.floor(index / WIDTH) / HEIGHT) * Math.PI) ** 2 : 1;
    pixels.set([...colour, Math.round(255 * opacity * fade * ease(part))], index * 4);
  });
  const png = await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
};

/** A texture stretched over a rectangle. */
export const stretched = (address: string, x: number, y: number, width: number, height: number, more = ''): string =>
  `<image href="${address}" x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" ${more}/>`;
