import * as z from 'zod';
import type { Size } from './geometry.ts';

export const SHAPES = ['frame', 'wide', 'square', 'portrait'] as const;
export type Shape = (typeof SHAPES)[number];

const NAME = /^(frame|wide|square|portrait)-([1-9]\d{0,4})\.(avif|webp|jpg|png)$/;

/** A rendition's name, such as `frame-1280.avif`: its shape, its width in pixels and its format. */
export const RenditionName = z.string().regex(NAME, 'expected a name such as frame-1280.avif');

export type Format = 'avif' | 'webp' | 'jpg' | 'png';
export type Rendition = { name: string; shape: Shape; width: number; format: Format };

/** What is known of an image before it is rendered; width and height are upright. */
export type Source = Size & { hasAlpha: boolean };

export const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** Never changes under its key, since the key carries the content's hash: a year is as long as caches take. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Where a rendition is served from. */
export const renditionKey = (contentId: string, name: string): string => `media/${contentId}/${name}`;

/** Height to width of the crops. */
export const RATIOS: Readonly<Record<Exclude<Shape, 'frame'>, number>> = { wide: 9 / 16, square: 1, portrait: 3 / 2 };

const WIDTHS: Readonly<Record<Shape, readonly number[]>> = {
  frame: [320, 640, 960, 1280, 1920, 2560],
  wide: [640, 1280],
  square: [320, 640],
  portrait: [320, 640],
};

/** Reads a name; throws where it is none. */
export const parseRendition = (name: string): Rendition => {
  const [, shape, width, format] = NAME.exec(name) ?? [];
  if (!shape || !width || !format) throw new TypeError(`${name} is not the name of a rendition`);
  return { name, shape: shape as Shape, width: Number(width), format: format as Format };
};

/** All renditions of an image: every format at every width that needs no enlarging, or once at the largest there is. */
export const planRenditions = ({ width, height, hasAlpha }: Source): Rendition[] =>
  SHAPES.flatMap((shape) => {
    const widest = shape === 'frame' ? width : Math.max(1, Math.floor(Math.min(width, height / RATIOS[shape])));
    const widths = new Set(WIDTHS[shape].map((wanted) => Math.min(wanted, widest)));
    const formats: Format[] = ['avif', 'webp', hasAlpha ? 'png' : 'jpg'];
    return [...widths].flatMap((actual) =>
      formats.map((format) => ({ name: `${shape}-${actual}.${format}`, shape, width: actual, format })),
    );
  });
