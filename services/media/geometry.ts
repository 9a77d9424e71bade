import { RATIOS, type Rendition, type Shape } from './rendition.ts';

/** In pixels. */
export type Size = { width: number; height: number };
/** Whole percent from the left and from the top. */
export type Point = { x: number; y: number };
export type Region = Size & { left: number; top: number };

/** The size of a rendition of an upright image. */
export const sizeOf = ({ shape, width }: Pick<Rendition, 'shape' | 'width'>, source: Size): Size => ({
  width,
  height: Math.max(1, Math.round(shape === 'frame' ? (source.height * width) / source.width : width * RATIOS[shape])),
});

/** The largest part of an image that has the shape, as near to the focal point as the edges allow. */
export const cropRegion = (shape: Exclude<Shape, 'frame'>, image: Size, focal: Point): Region => {
  const width = Math.max(1, Math.min(image.width, Math.round(image.height / RATIOS[shape])));
  const height = Math.max(1, Math.min(image.height, Math.round(width * RATIOS[shape])));
  return {
    width,
    height,
    left: within((image.width * focal.x) / 100 - width / 2, image.width - width),
    top: within((image.height * focal.y) / 100 - height / 2, image.height - height),
  };
};

/** How far an image can be shrunk, at most 1, so that every one of these renditions can still be cut out of it. */
export const smallestScale = (renditions: readonly Rendition[], source: Size): number => {
  const scales = renditions.map((rendition) => {
    const { width, height } = sizeOf(rendition, source);
    return rendition.shape === 'frame' ? width / source.width : Math.max(width / source.width, height / source.height);
  });
  return Math.min(1, Math.max(...scales));
};

const within = (offset: number, most: number): number => Math.round(Math.min(Math.max(offset, 0), most));
