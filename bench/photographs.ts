import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from '../infra/build/folders.ts';

export type Photograph = { fileName: string; bytes: Buffer };

const MEDIA = join(ROOT, '..', 'shared', 'media');

/** Stored upright, so that the measurement is of ordinary photographs. */
const REAL = [
  ['images', /\.jpg$/],
  ['orientation', /-1\.jpg$/],
] as const;

/** Photographs to vary: those beside the project, or in their absence two drawn here, grainy as a photograph is. */
const originals = async (): Promise<Buffer[]> => {
  const real = REAL.flatMap(([folder, pattern]) =>
    existsSync(join(MEDIA, folder))
      ? readdirSync(join(MEDIA, folder))
          .filter((name) => pattern.test(name))
          .map((name) => readFileSync(join(MEDIA, folder, name)))
      : [],
  );
  return real.length > 0 ? real : Promise.all([drawn(3072, 1780), drawn(1800, 1200)]);
};

const drawn = async (width: number, height: number): Promise<Buffer> => {
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 24 } },
  })
    .blur(1.2)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const scene = Array.from({ length: 40 }, (_, index) => {
    const [x, y] = [(index * 37) % 100, (index * 61) % 100];
    return `<circle cx="${x}%" cy="${y}%" r="${4 + (index % 7) * 2}%" fill="hsl(${index * 47},60%,50%)" opacity="0.7"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#1b2a4d"/>${scene.join('')}</svg>`;
  return sharp(Buffer.from(svg))
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .jpeg({ quality: 90 })
    .toBuffer();
};

/**
 * A source of photographs no two of which have the same bytes, since those would share their renditions: each is cut
 * by a few pixels in a way of its own. They alternate between the originals. With a width they are scaled to it.
 */
export const photographs = async () => {
  const bases = await originals();
  let made = 0;
  return async (count: number, scaledTo?: number): Promise<Photograph[]> => {
    const taken: Photograph[] = [];
    while (taken.length < count) {
      const index = made++;
      const base = bases[index % bases.length];
      const { width, height } = await sharp(base).metadata();
      const turn = Math.floor(index / bases.length);
      const [left, top] = [turn % 16, Math.floor(turn / 16)];
      const bytes = await sharp(base)
        .extract({ left, top, width: width - 16, height: height - 16 })
        .resize(scaledTo)
        .jpeg({ quality: 90 })
        .toBuffer();
      taken.push({ fileName: `photograph-${index}.jpg`, bytes });
    }
    return taken;
  };
};
