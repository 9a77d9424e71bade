import type { PublicationDue } from '@marquee/events/schemas/publication-due.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { apart, auditOf, type ChangeDeps, untilWritten } from '../changing.ts';
import type { ItemRecord } from '../item.ts';
import type { Publication, PublicationItem } from '../publication.ts';
import { type RefreshDeps, requestRefresh } from '../refresh.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { SiteRecord } from '../store/site.ts';
import type { Change } from '../store/write.ts';
import { overtakenAssets } from './overtaken-assets.ts';

export const RecordPublicationInput = z.strictObject({ publicationId: z.uuid() });
export type RecordPublicationInput = z.infer<typeof RecordPublicationInput>;

type Deps = ChangeDeps &
  RefreshDeps & {
    readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
    readSite: () => Promise<SiteRecord>;
    readManifest: (key: string | undefined) => Promise<SiteManifest>;
    /** Has an event say so when the moment comes. */
    scheduleEvent: (name: string, instant: string, detail: PublicationDue) => Promise<void>;
  };

/**
 * Notes with each item what of it is public now, once, and has made again what is out of date by now; answers what is to be
 * announced.
 */
export const createRecordPublication =
  (deps: Deps) =>
  async ({ publicationId }: RecordPublicationInput) => {
    const publication = await deps.readPublication(publicationId);
    if (!publication?.siteVersion) throw new Error(`The publication ${publicationId} is not live.`);
    const { manifestKey } = await deps.readSite();
    const site = await deps.readManifest(manifestKey);
    for (const item of publication.items) await recordItem(deps, publication, item, site.items[item.itemId]?.assets);
    await scheduleNextMoment(deps, site.pages, publication);
    const ids = new Set(publication.items.map(({ itemId }) => itemId));
    for (const assetId of await overtakenAssets(deps.readAssets, site, [...ids])) {
      const again = uuidFor(`refresh ${publicationId} ${assetId}`);
      const { correlationId } = publication;
      await requestRefresh(deps, { publicationId: again, assetId, correlationId, causationId: publicationId });
    }
    const paths = Object.entries(site.pages).flatMap(([path, { itemId }]) => (itemId && ids.has(itemId) ? [path] : []));
    return {
      siteVersion: publication.siteVersion,
      items: publication.items.map(({ itemId, version }) => ({ itemId, version })),
      paths: paths.slice(0, MOST_PATHS),
      lateSeconds: publication.due?.lateSeconds ?? 0,
    };
  };

/** An event holds 256 KB; who needs more reads the site's manifest. */
const MOST_PATHS = 200;

const recordItem = async (
  deps: Deps,
  publication: Publication,
  { itemId, version, sequence }: PublicationItem,
  assets: readonly string[] | undefined,
): Promise<void> => {
  const { publicationId, kind, siteVersion, requestedBy, correlationId, causationId, due } = publication;
  await untilWritten(deps, async () => {
    const stored = await deps.readItem(itemId);
    if (!stored || (stored.publishedSequence ?? 0) >= sequence) return { changes: [], result: undefined };
    const { item, writes } = apart(stored);
    const action = kind === 'publish' ? 'published' : 'unpublished';
    const tools = { now: deps.now, newId: () => uuidFor(`${publicationId}/${itemId}`) };
    const asker = { name: requestedBy, requestId: causationId };
    const details = { publicationId, siteVersion, ...(due ? { due } : {}) };
    const audit = auditOf({ ...item, version }, action, asker, tools, { correlationId, details });
    const { at } = audit;
    const next: ItemRecord = {
      ...item,
      publishedSequence: sequence,
      ...(kind === 'publish' ? { ...published(item, version, at), publicAssets: assets } : withdrawn),
    };
    if (item.publication?.publicationId === publicationId) next.publication = undefined;
    const change: Change = { item: next, writes, audit };
    return { changes: [change], result: undefined };
  });
};

const published = (item: ItemRecord, version: number, at: string): Partial<ItemRecord> => ({
  publishedVersion: version,
  publishedAt: at,
  firstPublishedAt: item.firstPublishedAt ?? at,
});

const withdrawn: Partial<ItemRecord> = {
  publishedVersion: undefined,
  publishedAt: undefined,
  publicAssets: undefined,
};

/** The nearest moment that is scheduled, in milliseconds from now. */
const SOON = 15_000;

/** Some pages show something else from a moment on; they are made again at the first of those moments, and then at the next. */
const scheduleNextMoment = async (
  { scheduleEvent, now }: Deps,
  pages: SiteManifest['pages'],
  { correlationId, publicationId }: Publication,
): Promise<void> => {
  const [next] = Object.values(pages)
    .flatMap(({ shows }) => Object.entries(shows))
    .flatMap(([name, state]) => (name.startsWith('until|') && state === '' ? [name.slice('until|'.length)] : []))
    .sort();
  if (next === undefined) return;
  const scheduleId = uuidFor(`moment ${next}`);
  // Nobody promises that a schedule fires whose moment is past when it is made.
  const fires = new Date(Math.max(Date.parse(next), now() + SOON)).toISOString();
  await scheduleEvent(`refresh-${scheduleId}`, fires, {
    metadata: { eventId: scheduleId, correlationId, causationId: publicationId, occurredAt: next, version: 1 },
    data: { scheduleId, kind: 'refresh', items: [], instant: next },
  });
};
