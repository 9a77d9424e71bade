import { AssetEmbargoChanged } from '@marquee/events/schemas/asset-embargo-changed.ts';
import { AssetProcessed } from '@marquee/events/schemas/asset-processed.ts';
import { AssetRemoved } from '@marquee/events/schemas/asset-removed.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { type RefreshDeps, requestRefresh } from '../refresh.ts';
import { pagesAnywhere } from '../site/editions.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { itemsAnywhere } from '../site/overlays.ts';
import type { SiteRecord } from '../store/site.ts';

/** Events that say that an asset is not what it was. */
export const AssetEvent = z.object({
  detail: z.union([AssetProcessed.tolerant, AssetRemoved.tolerant, AssetEmbargoChanged.tolerant]),
});
export type AssetEvent = z.infer<typeof AssetEvent>;

type Deps = RefreshDeps & {
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
};

/** Has the pages made again that show an asset, or would if it were ready or their moment had come; once an event. */
export const createRefreshAsset =
  (deps: Deps) =>
  async ({ detail: { metadata, data } }: AssetEvent): Promise<void> => {
    const { manifestKey } = await deps.readSite();
    const site = await deps.readManifest(manifestKey);
    const { assetId } = data;
    const isReferredTo = itemsAnywhere(site).some(([, { assets }]) => assets?.includes(assetId));
    if (!isReferredTo && !pagesAnywhere(site).some(([, { shows }]) => `asset|${assetId}` in shows)) return;
    const { correlationId, eventId: causationId } = metadata;
    await requestRefresh(deps, {
      publicationId: uuidFor(`refresh ${causationId}`),
      assetId,
      correlationId,
      causationId,
    });
  };
