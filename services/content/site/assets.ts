import type { AssetRecord } from '../store/assets.ts';
import type { LiveAsset } from './manifest.ts';

/** An asset as pages can show it, or nothing where it has no renditions. */
export const liveAsset = (asset: AssetRecord | undefined): LiveAsset | undefined => {
  if (!asset?.manifestKey || !asset.contentId || !['ready', 'incomplete'].includes(asset.state)) return undefined;
  const { manifestKey, contentId, updatedAt } = asset;
  return { manifestKey, contentId, updatedAt };
};
