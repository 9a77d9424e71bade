import { attributes, classes, type Html, html, NOTHING } from './html.ts';
import { placeholder } from './placeholder.ts';

/** One rendition of a manifest: `frame-1280.avif`, which is served from `path`. */
export type PictureFile = {
  name: string;
  path: string;
  contentType: string;
  width: number;
  height: number;
  bytes?: number;
};

/** What a page needs of an image's manifest. `width` and `height` are the image's own, in pixels. */
export type Picture = {
  files: readonly PictureFile[];
  /** What it shows, in words, for those who do not see it. */
  alternative: string;
  /** Base64, as the manifest has it. */
  thumbhash?: string;
  /** The most frequent first, as `#rrggbb`. */
  colours?: readonly string[];
  width: number;
  height: number;
  /** Whole percent from the left and the top. */
  focalPoint?: { x: number; y: number };
};

export type Shape = 'frame' | 'wide' | 'square' | 'portrait';

/** Formats from the smallest file to the one that every browser knows. */
const FORMATS = ['image/avif', 'image/webp', 'image/jpeg', 'image/png'];

export type Placing = {
  /** The crop; `frame` is the whole picture. Where the manifest lacks it, the whole is cut to it by the browser. */
  shape: Shape;
  /** The attribute of that name. */
  sizes: string;
  /** For what the first screen shows; everything else is loaded when it comes near. */
  eager?: boolean;
  /** What stands beside the picture says what it shows, so a screen reader passes over it. */
  decorative?: boolean;
  /** On screens that are taller than wide, another crop of its own size. */
  upright?: { shape: Shape; sizes: string };
  class?: string;
};

/** The renditions of one shape from narrow to wide, or of the whole picture where the shape is missing. */
export const renditions = (picture: Picture, shape: Shape): readonly PictureFile[] => {
  const named = (wanted: Shape) => picture.files.filter(({ name }) => name.startsWith(`${wanted}-`));
  const found = named(shape);
  return (found.length > 0 ? found : named('frame')).toSorted((one, other) => one.width - other.width);
};

/** The file that every program reads, of the width nearest to `width` from above: for shared links, feeds and posters. */
export const plainFile = (picture: Picture, shape: Shape, width: number): PictureFile | undefined => {
  const plain = renditions(picture, shape).filter(({ contentType }) => /jpeg|png/.test(contentType));
  return plain.find((file) => file.width >= width) ?? plain.at(-1);
};

/**
 * A responsive picture: every width and format of one shape over its placeholder, in a box whose size is known before any
 * file arrives, so that nothing moves. Without renditions the placeholder alone is shown.
 */
export const pictureBox = (picture: Picture, placing: Placing): Html => {
  const { shape, sizes, eager = false, decorative = false, upright } = placing;
  const files = renditions(picture, shape);
  const blurred = placeholder(picture.thumbhash);
  const behind = blurred ? html`<img class="blur" src="${blurred}" alt="" aria-hidden="true">` : NOTHING;
  const fallback = files.at(-1);
  const box = classes('pic', `pic-${shape}`, ...focus(picture), placing.class);
  if (!fallback) {
    const named = attributes(
      decorative ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': picture.alternative },
    );
    return html`<span class="${box}"${named}>${behind}</span>`;
  }
  const ofUpright = upright
    ? renditions(picture, upright.shape).filter(({ name }) => name.startsWith(upright.shape))
    : [];
  const plain = byFormat(files).at(-1)?.files ?? files;
  const loading = attributes(eager ? { fetchpriority: 'high' } : { loading: 'lazy', decoding: 'async' });
  return html`<span class="${box}">${behind}<picture>${upright && sources(ofUpright, upright.sizes, '(max-aspect-ratio: 3/4)')}${sources(files, sizes).slice(0, -1)}<img src="${plain.at(-1)?.path}" srcset="${candidates(plain)}" sizes="${sizes}" width="${fallback.width}" height="${fallback.height}" alt="${decorative ? '' : picture.alternative}"${loading}></picture></span>`;
};

const byFormat = (files: readonly PictureFile[]) =>
  FORMATS.flatMap((type) => {
    const ofType = files.filter(({ contentType }) => contentType === type);
    return ofType.length > 0 ? [{ type, files: ofType }] : [];
  });

const sources = (files: readonly PictureFile[], sizes: string, media?: string): Html[] =>
  byFormat(files).map(
    ({ type, files: ofType }) =>
      html`<source type="${type}"${attributes({ media })} srcset="${candidates(ofType)}" sizes="${sizes}"${attributes({ width: ofType.at(-1)?.width, height: ofType.at(-1)?.height })}>`,
  );

/** Signs that divide a list of candidates are no part of an address in it. */
const candidates = (files: readonly PictureFile[]): string =>
  files.map(({ path, width }) => `${path.replace(/[\s,]/g, encodeURIComponent)} ${width}w`).join(', ');

/** Classes that keep the focal point in sight where a box cuts the picture: steps of five percent. */
const focus = ({ focalPoint }: Picture): string[] => {
  if (!focalPoint) return [];
  const step = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)) / 5) * 5;
  return [`fx-${step(focalPoint.x)}`, `fy-${step(focalPoint.y)}`];
};

/** The picture as text for a page that is put together from text. Throws where there is no rendition. */
export const picture = (of: Picture, shape: Shape, sizes: string, eager = false): string => {
  if (renditions(of, shape).length === 0) throw new Error(`The manifest has no rendition called ${shape}-….`);
  return pictureBox({ ...of, thumbhash: undefined }, { shape, sizes, eager }).toString();
};
