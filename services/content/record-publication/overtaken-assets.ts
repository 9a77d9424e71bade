import { liveAsset } from '../site/assets.ts';
import type { LiveAsset, SiteManifest } from '../site/manifest.ts';
import { itemsAnywhere } from '../site/overlays.ts';
import type { AssetRecord } from '../store/assets.ts';

/**
 * Assets of these items of which the site shows something else than they are now. They changed after the publication was planned
 * and before it was live, so whoever was told of the change found nothing on the site that showed them.
 */
export const overtakenAssets = async (
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>,
  { assets, ...site }: Pick<SiteManifest, 'items' | 'overlays' | 'assets'>,
  itemIds: readonly string[],
): Promise<string[]> => {
  const wanted = new Set(itemIds);
  const items = itemsAnywhere(site).filter(([itemId]) => wanted.has(itemId));
  const referred = [...new Set(items.flatMap(([, { assets: own = [] }]) => own))];
  const found = await readAssets(referred);
  return referred.filter((assetId) => !isSame(liveAsset(found.get(assetId)), assets[assetId]));
};

/** Of what holds an asset back only the moment that it carries itself can change without a publication. */
const isSame = (now: LiveAsset | undefined, shown: LiveAsset | undefined): boolean =>
  now?.manifestKey === shown?.manifestKey && untilOf(now) === untilOf(shown);

const untilOf = (asset: LiveAsset | undefined): string | undefined =>
  asset?.embargoes?.flatMap((embargo) => (embargo.kind === 'until' ? [embargo.instant] : []))[0];
