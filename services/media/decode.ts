import type { Metadata, Sharp, SharpOptions } from 'sharp';
import type { Size } from './geometry.ts';
import { DRAWING_SIDE, sharp } from './image-library.ts';

/** Uncompressed sRGB pixels, upright; the frames of an animation stand below each other, `height` is that of one. */
export type Pixels = Size & { data: Buffer; channels: 1 | 2 | 3 | 4; frames: number; timing: Timing };

/** How long each frame is shown, in milliseconds, and how often all are repeated (0: for ever). */
export type Timing = { delay?: number[]; loop?: number };

const DRAWING = 'image/svg+xml';

/** Missing data fails; a harmless flaw that every viewer overlooks does not. The size is checked by `inspect.ts`. */
const OPENING: SharpOptions = { failOn: 'truncated', limitInputPixels: false, sequentialRead: true };

/** Longest that opening and decoding may take, in seconds; only a drawing made to be slow takes longer. */
const PATIENCE = 25;

/** What the file says about itself; nothing is decoded. */
export const readHeader = (bytes: Uint8Array): Promise<Metadata> => sharp(bytes, OPENING).metadata();

/** The upright size that an image is rendered from: its own, or for a drawing the one that it is drawn at. */
export const uprightSize = (contentType: string, { autoOrient }: Metadata): Size => {
  const { width, height } = autoOrient;
  if (contentType !== DRAWING) return { width, height };
  const scale = DRAWING_SIDE / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** A pipeline from the file to upright sRGB; a profile is applied here, since none is published. */
export const open = async (bytes: Uint8Array, contentType: string, animated = false): Promise<Sharp> => {
  const pipeline = sharp(bytes, {
    ...OPENING,
    ...(animated ? { animated } : {}),
    ...(contentType === DRAWING ? { density: await densityOf(bytes) } : {}),
  });
  return (animated ? pipeline : pipeline.autoOrient()).toColourspace('srgb').timeout({ seconds: PATIENCE });
};

/** Decodes an image once, shrunk to `size`, which is that of one upright frame. */
export const decode = async (
  bytes: Uint8Array,
  { contentType, size, animated }: { contentType: string; size: Size; animated: boolean },
): Promise<Pixels> => {
  const pipeline = await open(bytes, contentType, animated);
  const { data, info } = await pipeline
    .resize(size.width, size.height, { fit: 'fill' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { delay, loop } = animated ? await readHeader(bytes) : {};
  const frames = Math.max(1, Math.round(info.height / size.height));
  return { data, ...size, channels: info.channels as Pixels['channels'], frames, timing: { delay, loop } };
};

/** Dots an inch at which a drawing comes out as large as it is rendered; sharp takes 1 to 100,000. */
const densityOf = async (bytes: Uint8Array): Promise<number> => {
  const { width, height } = await readHeader(bytes);
  return Math.min(100_000, Math.max(1, (72 * DRAWING_SIDE) / Math.max(width, height)));
};
