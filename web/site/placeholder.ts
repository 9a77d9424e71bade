import { rgbaToDataURL, thumbHashToRGBA } from 'thumbhash';

/** A thumbhash holds seven waves a side; sixteen samples show them all, and a browser smooths between them. */
const HALVE = 2;

/**
 * The picture of a thumbhash (base64) as a `data:` address of about 900 characters. Answers nothing for a picture that is
 * partly see-through, behind which a placeholder would stay visible, and for what is no thumbhash.
 */
export const placeholder = (thumbhash: string | undefined): string | undefined => {
  const small = pixels(thumbhash);
  if (!small) return undefined;
  return rgbaToDataURL(small.w, small.h, small.rgba);
};

type Pixels = { w: number; h: number; rgba: Uint8Array };

/** The pixels of a thumbhash, at most 16 a side; nothing where it has none or is see-through. */
export const pixels = (thumbhash: string | undefined): Pixels | undefined => {
  if (!thumbhash || !/^[A-Za-z0-9+/]{7,34}={0,2}$/.test(thumbhash)) return undefined;
  const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (sign) => sign.charCodeAt(0)));
  const half = { w: Math.max(1, w >> 1), h: Math.max(1, h >> 1) };
  const out = new Uint8Array(half.w * half.h * 4);
  for (let y = 0; y < half.h; y++) {
    for (let x = 0; x < half.w; x++) {
      for (let channel = 0; channel < 4; channel++) {
        const at = (row: number, column: number): number =>
          rgba[(Math.min(h - 1, row) * w + Math.min(w - 1, column)) * 4 + channel] ?? 0;
        const [top, left] = [y * HALVE, x * HALVE];
        const sum = at(top, left) + at(top, left + 1) + at(top + 1, left) + at(top + 1, left + 1);
        out[(y * half.w + x) * 4 + channel] = Math.round(sum / 4);
      }
    }
  }
  for (let i = 3; i < out.length; i += 4) if ((out[i] ?? 0) < 250) return undefined;
  return { ...half, rgba: out };
};
