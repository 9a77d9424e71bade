import sharp from 'sharp';

// One thread an image: a function has about one core, and several functions run at once. Nothing is ever decoded twice
// from the same source, so the cache only costs memory.
sharp.concurrency(1);
sharp.cache(false);

// Only the decoders of the types that are taken; a file that passes for one of them cannot reach another.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Tiff', 'Svg'].map((type) => `VipsForeignLoad${type}`),
});

/** Most pixels of a still image, and of all kept frames of an animation together: 100 million. */
export const MAX_PIXELS = 100_000_000;

/** Longest side in pixels: the most that WebP can hold. */
export const MAX_SIDE = 16_383;

/** A drawing has no pixels of its own; it is drawn to fit a square of this side. */
export const DRAWING_SIDE = 2560;

export { sharp };
