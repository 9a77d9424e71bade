import { type ArmedRelease, embargoesOfAsset } from '../embargo.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { LiveAsset } from './manifest.ts';

/** An asset as pages can show it, with what holds it back, or nothing where it has no renditions. */
export const liveAsset = (
  asset: AssetRecord | undefined,
  armed: readonly ArmedRelease[] = [],
): LiveAsset | undefined => {
  if (!asset?.manifestKey || !asset.contentId || !['ready', 'incomplete'].includes(asset.state)) return undefined;
  const { manifestKey, contentId, updatedAt } = asset;
  const embargoes = embargoesOfAsset(asset, armed);
  return { manifestKey, contentId, updatedAt, ...(embargoes.length > 0 ? { embargoes } : {}) };
};
