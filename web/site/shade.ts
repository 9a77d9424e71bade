import { pixels } from './placeholder.ts';

/** How dark the scrim under words on a picture must be. */
export type Shade = 'light' | 'medium' | 'heavy';

/** Luminance up to which a picture is dark enough that words need little under them; and then somewhat more. */
const [DARK, DIM] = [0.12, 0.18];

/** Words stand on the lower part of a picture, and the bar on its upper edge. */
const LOWER = 0.4;
const EDGE = 0.12;

/**
 * The lightest place of a thumbhash where words will stand decides. A thumbhash knows no small lights, so the brightest of its
 * places counts, not the mean; without one the scrim is made for a white picture.
 */
export const shadeOf = (thumbhash: string | undefined): Shade => {
  const small = pixels(thumbhash);
  if (!small) return 'heavy';
  const { w, h, rgba } = small;
  let lightest = 0;
  for (let y = 0; y < h; y++) {
    if (y / h < LOWER && y / h > EDGE) continue;
    for (let x = 0; x < w; x++) {
      const at = (y * w + x) * 4;
      const [r = 0, g = 0, b = 0] = [0, 1, 2].map((channel) => ((rgba[at + channel] ?? 255) / 255) ** 2.2);
      lightest = Math.max(lightest, 0.2126 * r + 0.7152 * g + 0.0722 * b);
    }
  }
  return lightest <= DARK ? 'light' : lightest <= DIM ? 'medium' : 'heavy';
};
