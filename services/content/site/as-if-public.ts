import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { ItemRecord, Revision } from '../item.ts';
import { referencesIn } from '../model/reference.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { Stored } from '../store/items.ts';
import { liveAsset } from './assets.ts';
import { liveItem } from './live-item.ts';
import type { SiteManifest } from './manifest.ts';

export type AsIfPublicDeps = {
  readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>>;
  readRevisions: (wanted: readonly { itemId: string; version: number }[]) => Promise<Revision[]>;
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
};

/** How far references are followed to items that are not public themselves. */
const DEPTH = 2;

/** A copy of a site that can be added to, without the pages that it has. */
export const withoutPages = (site: SiteManifest): SiteManifest => ({
  ...site,
  items: { ...site.items },
  assets: { ...site.assets },
  pages: {},
});

/** Puts a version of an item into a site that nobody else sees. */
export const putItem = (site: SiteManifest, item: ItemRecord, revision: Revision): void => {
  site.items[item.itemId] = liveItem(item, revision, item.sequence, revision.at);
};

/** Adds to a site what these revisions refer to and is not public, each at its newest version; answers the revisions of it. */
export const addReferred = async (
  { readItems, readRevisions }: AsIfPublicDeps,
  site: SiteManifest,
  revisions: readonly Revision[],
): Promise<Revision[]> => {
  const added: Revision[] = [];
  for (let depth = 0, layer = revisions; depth < DEPTH && layer.length > 0; depth++) {
    const ids = layer
      .flatMap(({ data }) => referencesIn(data))
      .flatMap((found) => (found.kind === 'item' && !site.items[found.id] ? [found.id] : []));
    const items = ids.length > 0 ? await readItems(ids) : new Map<string, Stored>();
    const wanted = [...items.values()].filter(({ trashedAt }) => trashedAt === undefined);
    const found = wanted.length > 0 ? await readRevisions(wanted) : [];
    for (const each of found) {
      const item = items.get(each.itemId);
      if (item) putItem(site, item, each);
    }
    added.push(...found);
    layer = found;
  }
  return added;
};

/** Adds to a site the assets of these revisions that are ready; answers all of their records. */
export const addAssets = async (
  { readAssets }: Pick<AsIfPublicDeps, 'readAssets'>,
  site: SiteManifest,
  revisions: readonly Revision[],
): Promise<Map<string, AssetRecord>> => {
  const assets = await readAssets(revisions.flatMap(({ data }) => assetIdsIn(data)));
  for (const [assetId, record] of assets) {
    const asset = liveAsset(record);
    if (asset) site.assets[assetId] = asset;
  }
  return assets;
};
