import * as z from 'zod';
import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { ItemRecord, Revision } from '../item.ts';
import { descriptionOf } from '../model/item.ts';
import { referencesIn } from '../model/reference.ts';
import { previewKey } from '../previews.ts';
import { liveAsset } from '../site/assets.ts';
import { pagesOfItem } from '../site/expected.ts';
import { liveItem } from '../site/live-item.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { RenderedPage } from '../site/render-page.ts';
import type { World } from '../site/world.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { Stored } from '../store/items.ts';
import type { StoredFile } from '../store/pages.ts';
import type { SiteRecord } from '../store/site.ts';

export const RenderPreviewInput = z.strictObject({
  itemId: z.string().min(1),
  version: z.int().positive(),
  expiresAt: z.iso.datetime(),
});
export type RenderPreviewInput = z.infer<typeof RenderPreviewInput>;

/** The item or its version is not there. Terminal. */
export class NothingToPreviewError extends Error {
  override name = 'NothingToPreviewError';
}

type Deps = {
  readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>>;
  readRevisions: (wanted: readonly { itemId: string; version: number }[]) => Promise<Revision[]>;
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  /** Opens a version of the site whose pictures are shown until a moment, in milliseconds since the epoch. */
  open: (manifest: SiteManifest, until: number) => Promise<World>;
  render: (
    world: World,
    wanted: ReturnType<typeof pagesOfItem>[number],
    preview: { until: string },
  ) => Promise<RenderedPage>;
  writeFile: (file: StoredFile) => Promise<void>;
  writeStatic: () => Promise<void>;
};

/** How far references are followed to items that are not public themselves. */
const DEPTH = 2;

/**
 * Makes the pages of a version of an item as they would be if it and what it refers to were published now; only the links of the
 * preview lead to them.
 */
export const createRenderPreview =
  (deps: Deps) =>
  async ({ itemId, version, expiresAt }: RenderPreviewInput) => {
    const { manifestKey } = await deps.readSite();
    const live = await deps.readManifest(manifestKey);
    const site: SiteManifest = { ...live, items: { ...live.items }, assets: { ...live.assets }, pages: {} };
    const revisions = await addItems(deps, site, itemId, version);
    const assets = await deps.readAssets(revisions.flatMap(({ data }) => assetIdsIn(data)));
    for (const [assetId, record] of assets) {
      const asset = liveAsset(record);
      if (asset) site.assets[assetId] = asset;
    }
    const world = await deps.open(site, Date.parse(expiresAt));
    await deps.writeStatic();
    const locales: string[] = [];
    for (const wanted of pagesOfItem(world, itemId)) {
      const { files } = await deps.render(world, wanted, { until: expiresAt });
      const [page, ...others] = files;
      if (!page) continue;
      for (const file of others) if (file.caching === 'static') await deps.writeFile(file);
      await deps.writeFile({ ...page, key: previewKey(itemId, version, wanted.locale), caching: 'private' });
      locales.push(wanted.locale);
    }
    return { locales };
  };

/** Puts the item's version into the site, and of what it refers to and is not public the newest. */
const addItems = async (deps: Deps, site: SiteManifest, itemId: string, version: number): Promise<Revision[]> => {
  const item = (await deps.readItems([itemId])).get(itemId);
  const [revision] = item ? await deps.readRevisions([{ itemId, version }]) : [];
  if (!item || !revision || !descriptionOf(item.type).section) {
    throw new NothingToPreviewError(`There is no version ${version} of ${itemId} that has a page.`);
  }
  put(site, item, revision);
  const all = [revision];
  for (let depth = 0, layer = [revision]; depth < DEPTH && layer.length > 0; depth++) {
    const ids = layer
      .flatMap(({ data }) => referencesIn(data))
      .flatMap((found) => (found.kind === 'item' ? [found.id] : []));
    const items = await deps.readItems(ids.filter((id) => !site.items[id]));
    const wanted = [...items.values()].filter(({ trashedAt }) => trashedAt === undefined);
    layer = wanted.length > 0 ? await deps.readRevisions(wanted) : [];
    for (const each of layer) {
      const found = items.get(each.itemId);
      if (found) put(site, found, each);
    }
    all.push(...layer);
  }
  return all;
};

const put = (site: SiteManifest, item: ItemRecord, revision: Revision): void => {
  site.items[item.itemId] = liveItem(item, revision, item.sequence, revision.at);
};
