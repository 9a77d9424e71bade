import type { Locale } from './model/text.ts';

/** The address of a preview, without slashes at its ends: what its signature is good for. */
export const previewPath = (itemId: string, version: number, locale: Locale): string =>
  `preview/${itemId}/${version}/${locale}`;

/** Where the preview itself lies until the bucket forgets it. */
export const previewKey = (itemId: string, version: number, locale: Locale): string =>
  `previews/${itemId}/${version}/${locale}.html`;
