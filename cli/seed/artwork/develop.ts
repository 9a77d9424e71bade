import sharp from 'sharp';
import { grainOf } from './grain.ts';

/** How a drawing becomes a picture; the defaults suit a night at sea. */
export type Development = {
  width: number;
  height: number;
  /** How far light spills over its surroundings, 0 for none. */
  bloom?: number;
  /** How much darker the corners are, from 0 to 1. */
  vignette?: number;
  /** Standard deviation of the film grain in steps of 1/255; below 1 gradients would show bands. */
  grain?: number;
};

const JPEG = { quality: 88 };

/** Pixels brighter than this spill. */
const THRESHOLD = 132;

/** Rasterises a drawing, lets its lights bloom, darkens its corners and puts film grain on it. */
const expose = async (svg: string, { width, height, bloom = 0.55, vignette = 0.3, grain = 2.4 }: Development) => {
  const raw = { width, height, channels: 3 as const };
  const sized = svg.replace('<svg ', `<svg width="${width}" height="${height}" `);
  const pixels = await sharp(Buffer.from(sized)).flatten({ background: '#000000' }).raw().toBuffer();
  const spill = await sharp(pixels, { raw })
    .resize(Math.ceil(width / 8), Math.ceil(height / 8), { fit: 'fill', kernel: 'linear' })
    .linear(255 / (255 - THRESHOLD), (-THRESHOLD * 255) / (255 - THRESHOLD))
    .blur(width / 300)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const spilt = await sharp(spill.data, { raw: { ...spill.info, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  const noise = grainOf(width + height);
  for (let y = 0, index = 0; y < height; y += 1) {
    const down = ((y / height) * 2 - 1) ** 2;
    for (let x = 0; x < width; x += 1) {
      const fall = ((x / width) * 2 - 1) ** 2 + down;
      const shade = 1 - vignette * fall * fall * 0.25;
      const speck = (noise.at(x, y) * grain) / 32;
      for (let channel = 0; channel < 3; channel += 1, index += 1) {
        const spilling = (spilt[index] ?? 0) * bloom;
        const lit = 255 - ((255 - (pixels[index] ?? 0)) * (255 - spilling)) / 255;
        const value = lit * shade + speck;
        pixels[index] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5;
      }
    }
  }
  return sharp(pixels, { raw });
};

export const jpeg = async (svg: string, development: Development): Promise<Buffer> =>
  (await expose(svg, development)).jpeg(JPEG).toBuffer();

export const webp = async (svg: string, development: Development): Promise<Buffer> =>
  (await expose(svg, development)).webp({ quality: 88, effort: 2 }).toBuffer();
