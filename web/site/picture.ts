import { escapeHtml } from './html.ts';

/** One file of a manifest. */
export type PictureFile = { name: string; path: string; contentType: string; width: number; height: number };

/** What a page needs of an image's manifest. */
export type Picture = { files: readonly PictureFile[]; colour: string; alternative: string };

/** Formats from the smallest file to the one that every browser knows. */
const FORMATS = ['image/avif', 'image/webp', 'image/jpeg', 'image/png'];

/**
 * A responsive picture of one shape, such as `frame` or `square`: every width and format, sized so that nothing moves while
 * it loads. `sizes` is the attribute of that name. Throws where the manifest has no file of the shape.
 */
export const picture = ({ files, alternative }: Picture, shape: string, sizes: string, eager = false): string => {
  const ofShape = files
    .filter(({ name }) => name.startsWith(`${shape}-`))
    .sort((one, other) => one.width - other.width);
  const sources = FORMATS.flatMap((type) => {
    const candidates = ofShape.filter(({ contentType }) => contentType === type);
    return candidates.length > 0 ? [{ type, candidates }] : [];
  });
  const fallback = sources.at(-1)?.candidates.at(-1);
  if (!fallback) throw new Error(`The manifest has no rendition called ${shape}-….`);
  const set = (candidates: readonly PictureFile[]): string =>
    candidates.map(({ path, width }) => `${path} ${width}w`).join(', ');
  const lines = sources
    .slice(0, -1)
    .map(
      ({ type, candidates }) =>
        `<source type="${type}" srcset="${escapeHtml(set(candidates))}" sizes="${escapeHtml(sizes)}">`,
    );
  const loading = eager ? 'fetchpriority="high"' : 'loading="lazy" decoding="async"';
  return `<picture>${lines.join('')}<img src="${escapeHtml(fallback.path)}" srcset="${escapeHtml(set(sources.at(-1)?.candidates ?? []))}" sizes="${escapeHtml(sizes)}" width="${fallback.width}" height="${fallback.height}" alt="${escapeHtml(alternative)}" ${loading}></picture>`;
};
