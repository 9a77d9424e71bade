import type { Sharp } from 'sharp';
import type { Pixels } from './decode.ts';
import { cropRegion, type Point, sizeOf } from './geometry.ts';
import { sharp } from './image-library.ts';
import type { Format, Rendition } from './rendition.ts';

/** Resizes, and for a crop cuts, to the size of a rendition. Every frame for `animated`, else the first alone. */
export const resize = async (
  base: Pixels,
  rendition: Pick<Rendition, 'shape' | 'width'>,
  { focal, animated, source }: { focal: Point; animated: boolean; source: { width: number; height: number } },
): Promise<Pixels> => {
  const { width, height } = sizeOf(rendition, source);
  const frames = animated ? base.frames : 1;
  if (rendition.shape === 'frame' && width === base.width && height === base.height) return firstOf(base, frames);
  const pipeline = open(firstOf(base, frames));
  const cut = rendition.shape === 'frame' ? pipeline : pipeline.extract(cropRegion(rendition.shape, base, focal));
  const { data, info } = await cut.resize(width, height, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
  return { data, width, height, channels: info.channels as Pixels['channels'], frames, timing: base.timing };
};

/**
 * Encodes pixels as they are. Measured on photographs and logos: AVIF at effort 2 takes a seventh of the time of
 * effort 4 for files within 3 % of its size, WebP at effort 2 half the time of effort 4 within 3 %.
 */
export const encode = (pixels: Pixels, format: Format): Promise<Buffer> => {
  switch (format) {
    case 'avif':
      return open(firstOf(pixels, 1)).avif({ quality: 50, effort: 2 }).toBuffer();
    case 'webp':
      return open(pixels)
        .webp({ quality: 78, effort: 2, ...(pixels.frames > 1 ? pixels.timing : {}) })
        .toBuffer();
    case 'jpg':
      return open(firstOf(pixels, 1)).flatten({ background: '#ffffff' }).jpeg({ quality: 80 }).toBuffer();
    case 'png':
      return open(firstOf(pixels, 1)).png({ compressionLevel: 7, adaptiveFiltering: true }).toBuffer();
  }
};

const firstOf = (pixels: Pixels, frames: number): Pixels => {
  if (pixels.frames === frames) return pixels;
  const bytes = pixels.width * pixels.height * pixels.channels * frames;
  return { ...pixels, data: pixels.data.subarray(0, bytes), frames };
};

const open = ({ data, width, height, channels, frames }: Pixels): Sharp =>
  sharp(data, {
    limitInputPixels: false, // of our own making
    raw: { width, height: height * frames, channels, ...(frames > 1 ? { pageHeight: height } : {}) },
    ...(frames > 1 ? { animated: true } : {}),
  });
