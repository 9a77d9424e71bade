import * as z from 'zod';
import type { Revision } from '../item.ts';
import { descriptionOf } from '../model/item.ts';
import { previewKey } from '../previews.ts';
import { type AsIfPublicDeps, addAssets, addReferred, putItem, withoutPages } from '../site/as-if-public.ts';
import { pagesOfItem } from '../site/expected.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { RenderedPage } from '../site/render-page.ts';
import type { World } from '../site/world.ts';
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

type Deps = AsIfPublicDeps & {
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

/**
 * Makes the pages of a version of an item as they would be if it and what it refers to were published now; only the links of the
 * preview lead to them.
 */
export const createRenderPreview =
  (deps: Deps) =>
  async ({ itemId, version, expiresAt }: RenderPreviewInput) => {
    const { manifestKey } = await deps.readSite();
    const site = withoutPages(await deps.readManifest(manifestKey));
    await addAssets(deps, site, await addItems(deps, site, itemId, version));
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
  putItem(site, item, revision);
  return [revision, ...(await addReferred(deps, site, [revision]))];
};
