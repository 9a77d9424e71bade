import type { Asset, Sign } from './asset.ts';
import type { Counts } from './counts.ts';
import { renditionKey } from './rendition.ts';

/** An asset as the API shows it. `next` counts what is made to take the place of what is live. */
export const shown = (asset: Asset, sign: Sign, next?: Counts) => {
  const {
    manifestKey,
    key: _,
    renditionsReady,
    renditionsFailed,
    'next:contentId': __,
    'next:focus': focalPoint,
    'remake:state': remake,
    'remake:reason': remakeReason,
    'replacement:state': replacement,
    'replacement:reason': replacementReason,
    'replacement:fileName': fileName,
    ...plain
  } = asset;
  return {
    ...plain,
    name: asset.name ?? asset.fileName,
    thumbnail: thumbnailOf(asset, sign),
    manifest: manifestKey && sign(`/${manifestKey}`),
    ...(remake ? { crops: { state: remake, focalPoint, reason: remakeReason, renditions: next } } : {}),
    ...(replacement
      ? { replacement: { state: replacement, fileName, reason: replacementReason, renditions: next } }
      : {}),
  };
};

/** Widest that the small rendition of a list is, in pixels. */
const SMALL = 320;

/** The smallest whole rendition; its address stays the same for an hour, so that a browser keeps it. */
const thumbnailOf = ({ state, contentId, contentType = '', width = 0 }: Asset, sign: Sign): string | undefined => {
  const isMade = state === 'ready' || state === 'incomplete';
  if (!isMade || !contentId || !contentType.startsWith('image/') || width === 0) return undefined;
  return sign(`/${renditionKey(contentId, `frame-${Math.min(SMALL, width)}.webp`)}`);
};
