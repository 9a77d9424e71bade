import { AssetProcessed } from '@marquee/events/schemas/asset-processed.ts';
import { AssetRemoved } from '@marquee/events/schemas/asset-removed.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { type Publication, upkeep } from '../publication.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { SiteRecord } from '../store/site.ts';
import type { Change, Outcome } from '../store/write.ts';

/** Events that say that an asset is not what it was. */
export const AssetEvent = z.object({ detail: z.union([AssetProcessed.tolerant, AssetRemoved.tolerant]) });
export type AssetEvent = z.infer<typeof AssetEvent>;

type Deps = {
  now: () => number;
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  readPublication: (publicationId: string) => Promise<Publication | undefined>;
  write: (changes: readonly Change[], publication: Publication) => Promise<Outcome>;
};

/** Has the pages made again that show an asset, or would if it were ready or their moment had come; once an event. */
export const createRefreshAsset =
  ({ now, readSite, readManifest, readPublication, write }: Deps) =>
  async ({ detail: { metadata, data } }: AssetEvent): Promise<void> => {
    const { manifestKey } = await readSite();
    const { items, pages } = await readManifest(manifestKey);
    const { assetId } = data;
    const isReferredTo = Object.values(items).some(({ assets }) => assets?.includes(assetId));
    if (!isReferredTo && !Object.values(pages).some(({ shows }) => `asset|${assetId}` in shows)) return;
    const publicationId = uuidFor(`refresh ${metadata.eventId}`);
    if (await readPublication(publicationId)) return;
    const { correlationId, eventId: causationId } = metadata;
    const request = { publicationId, assetId, requestedBy: 'marquee', correlationId, causationId };
    await write([], upkeep({ kind: 'refresh', ...request, now: now() }));
  };
