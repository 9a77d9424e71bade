import type { ContentType } from './item.ts';

/** What an asset can be to content. */
export type AssetKind = 'picture' | 'film' | 'captions';

/** What an asset of this type of file is. */
export const kindOf = (contentType: string): AssetKind => {
  if (contentType.startsWith('video/')) return 'film';
  return contentType === 'text/vtt' ? 'captions' : 'picture';
};

/** What a field shows: pictures everywhere, except for what a trailer plays. `field` is as references name it, `video.asset`. */
export const kindWanted = (type: ContentType, field: string): AssetKind => {
  if (type === 'trailer' && /^video(\.|$)/.test(field)) return 'film';
  return type === 'trailer' && /^captions\./.test(field) ? 'captions' : 'picture';
};
