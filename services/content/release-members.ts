import { Refusal } from '../shared/refusal.ts';
import type { Release } from './release.ts';
import { wantedVersion } from './request.ts';
import type { AssetRecord } from './store/assets.ts';
import type { Stored } from './store/items.ts';

export type MemberDeps = {
  readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>>;
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
};

/** Throws a `Refusal` that names the first item, version or asset of a release that is not there. */
export const requireMembers = async (
  { readItems, readAssets }: MemberDeps,
  { items, assets }: Pick<Release, 'items' | 'assets'>,
): Promise<Map<string, Stored>> => {
  const [found, files] = await Promise.all([readItems(items.map(({ itemId }) => itemId)), readAssets(assets)]);
  items.forEach(({ itemId, version }, index) => {
    const item = found.get(itemId);
    if (!item) throw new Refusal(400, 'no-such-item', `There is no item ${itemId}.`, `items.${index}.itemId`);
    wantedVersion(item, version);
  });
  assets.forEach((assetId, index) => {
    if (!files.has(assetId))
      throw new Refusal(400, 'no-such-asset', `There is no asset ${assetId}.`, `assets.${index}`);
  });
  return found;
};
