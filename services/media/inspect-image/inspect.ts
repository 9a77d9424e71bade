import type { Metadata } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { open, readHeader, uprightSize } from '../decode.ts';
import { MAX_PIXELS, MAX_SIDE } from '../image-library.ts';
import { dominantColours } from './dominant-colours.ts';

export type Inspection = {
  /** Upright, in pixels; of one frame. */
  width: number;
  height: number;
  /** True where at least one pixel shows what is behind it. */
  hasAlpha: boolean;
  /** 1 for a still. */
  frames: number;
  /** EXIF orientation of the file, 1 to 8. */
  orientation: number;
  /** Base64. */
  thumbhash: string;
  /** Such as `#1f2a44`, the most frequent first. */
  colours: string[];
};

export type Refused = { refused: { code: string; message: string; remedy: string } };

const refuse = (code: string, message: string, remedy: string): Refused => ({ refused: { code, message, remedy } });

/** Longest side of the sample that thumbhash and colours are taken from: the most that thumbhash allows. */
const SAMPLE_SIDE = 100;

/** What an image is, after one whole decode; or why it cannot be taken. */
export const inspect = async (bytes: Uint8Array, contentType: string): Promise<Inspection | Refused> => {
  try {
    const header = await readHeader(bytes);
    return tooLarge(header, contentType) ?? (await sample(bytes, contentType, header));
  } catch (error) {
    return undecodable(error instanceof Error ? error.message : String(error));
  }
};

const sample = async (bytes: Uint8Array, contentType: string, header: Metadata): Promise<Inspection> => {
  const pipeline = await open(bytes, contentType);
  const { data, info } = await pipeline
    .clone()
    .resize(SAMPLE_SIDE, SAMPLE_SIDE, { fit: 'inside' })
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return {
    ...uprightSize(contentType, header),
    hasAlpha: header.hasAlpha && (hasTransparentPixel(data) || !(await pipeline.stats()).isOpaque),
    frames: framesOf(header),
    orientation: header.orientation ?? 1,
    thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
    colours: dominantColours(data),
  };
};

const hasTransparentPixel = (rgba: Uint8Array): boolean => {
  for (let alpha = 3; alpha < rgba.length; alpha += 4) if (rgba[alpha] !== 255) return true;
  return false;
};

/** Frames of an animation. One that is stored sideways counts as a still: its frames cannot be turned together. */
const framesOf = ({ format, pages = 1, orientation = 1 }: Metadata): number =>
  (format === 'gif' || format === 'webp') && orientation === 1 ? pages : 1;

const tooLarge = (header: Metadata, contentType: string): Refused | undefined => {
  const { width, height } = uprightSize(contentType, header);
  const frames = framesOf(header);
  const size = `${width} x ${height} pixels`;
  if (width > MAX_SIDE || height > MAX_SIDE) {
    const message = `The image has ${size}; no side may be longer than ${MAX_SIDE}.`;
    return refuse('image-too-large', message, 'Scale the image down and upload it again.');
  }
  if (width * height > MAX_PIXELS) {
    const message = `The image has ${size}; at most 100 million pixels can be processed.`;
    return refuse('image-too-large', message, 'Scale the image down and upload it again.');
  }
  if (width * height * frames > MAX_PIXELS) {
    const message = `The animation has ${frames} frames of ${size}; at most 100 million pixels can be processed in all.`;
    return refuse('animation-too-large', message, 'Shorten the animation or scale it down, or upload a video.');
  }
  return undefined;
};

/** What the decoders say when the file ends early. */
const ENDS_EARLY = /premature end|unexpected end|truncated|libpng read error|past end|out of (?:order|data)/i;

const undecodable = (problem: string): Refused => {
  const remedy = 'Export the image again and upload the new file.';
  if (/timeout/i.test(problem)) {
    const message = 'The image takes too long to draw.';
    return refuse('image-too-complex', message, 'Simplify the drawing, or upload it as PNG.');
  }
  if (ENDS_EARLY.test(problem)) {
    const message = 'The image ends before it is complete: part of the file is missing.';
    return refuse('truncated-image', message, remedy);
  }
  const [firstLine = 'unknown error'] = problem.trim().split('\n');
  return refuse('undecodable-image', `The image cannot be decoded: the file is damaged (${firstLine}).`, remedy);
};
