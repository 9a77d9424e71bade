import { liveAsset } from '../site/assets.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { AssetRecord } from '../store/assets.ts';

/**
 * Assets of these items of which the site shows something else than they are now. They changed after the publication was planned
 * and before it was live, so whoever was told of the change found nothing on the site that showed them.
 */
export const overtakenAssets = async (
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>,
  { items, assets }: Pick<SiteManifest, 'items' | 'assets'>,
  itemIds: readonly string[],
): Promise<string[]> => {
  const referred = [...new Set(itemIds.flatMap((itemId) => items[itemId]?.assets ?? []))];
  const found = await readAssets(referred);
  return referred.filter((assetId) => liveAsset(found.get(assetId))?.manifestKey !== assets[assetId]?.manifestKey);
};
