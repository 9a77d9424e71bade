import { isDeepStrictEqual } from 'node:util';
import type { PublicationDue } from '@marquee/events/schemas/publication-due.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { apart, auditOf, type ChangeDeps, untilWritten } from '../changing.ts';
import { type ItemRecord, type PublishedState, publicVersion, publishedSpread } from '../item.ts';
import type { Publication, PublicationItem } from '../publication.ts';
import { type RefreshDeps, requestRefresh } from '../refresh.ts';
import { pagesAnywhere } from '../site/editions.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { itemsAnywhere } from '../site/overlays.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { SiteRecord } from '../store/site.ts';
import type { Change } from '../store/write.ts';
import { EVERYWHERE, spreadTo } from '../territories.ts';
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
    for (const parts of Map.groupBy(publication.items, ({ itemId }) => itemId).values())
      await recordItem(deps, publication, parts, site);
    await scheduleNextMoment(deps, site, publication);
    const ids = new Set(publication.items.map(({ itemId }) => itemId));
    for (const assetId of await overtakenAssets(deps.readAssets, site, [...ids])) {
      const again = uuidFor(`refresh ${publicationId} ${assetId}`);
      const { correlationId } = publication;
      await requestRefresh(deps, { publicationId: again, assetId, correlationId, causationId: publicationId });
    }
    const paths = pagesAnywhere(site).flatMap(([path, { itemId }]) => (itemId && ids.has(itemId) ? [path] : []));
    return {
      siteVersion: publication.siteVersion,
      items: announcedItems(publication.items),
      paths: [...new Set(paths)].slice(0, MOST_PATHS),
      lateSeconds: publication.due?.lateSeconds ?? 0,
    };
  };

/** An event holds 256 KB; who needs more reads the site's manifest. */
const MOST_PATHS = 200;

/** Each item once, in the order of the publication; what was taken back is none of it. */
const announcedItems = (items: readonly PublicationItem[]): { itemId: string; version: number }[] => {
  const published = items.filter(({ withdraw }) => !withdraw).map(({ itemId, version }) => [itemId, version] as const);
  return [...new Map(published)].map(([itemId, version]) => ({ itemId, version }));
};

const recordItem = async (
  deps: Deps,
  publication: Publication,
  parts: readonly PublicationItem[],
  site: SiteManifest,
): Promise<void> => {
  const { publicationId, kind, siteVersion, requestedBy, correlationId, causationId, due, release } = publication;
  const [{ itemId, version } = { itemId: '', version: 1 }] = parts;
  const isWithdrawn = kind === 'unpublish' || parts.every(({ withdraw }) => withdraw);
  await untilWritten(deps, async () => {
    const stored = await deps.readItem(itemId);
    if (!stored) return { changes: [], result: undefined };
    const { item, writes } = apart(stored);
    const after = parts.reduce((known, part) => withPart(known, part, kind), item);
    if (isDeepStrictEqual(publishedSpread(after), publishedSpread(item))) return { changes: [], result: undefined };
    const tools = { now: deps.now, newId: () => uuidFor(`${publicationId}/${itemId}`) };
    const asker = { name: requestedBy, requestId: causationId };
    const details = { publicationId, siteVersion, ...(due ? { due } : {}), ...(release ? { release } : {}) };
    const action = isWithdrawn ? 'unpublished' : 'published';
    const audit = auditOf({ ...item, version }, action, asker, tools, { correlationId, details });
    const next: ItemRecord = {
      ...after,
      ...datesOf(item, after, isWithdrawn, audit.at),
      publicAssets: publicVersion(after) === undefined ? undefined : assetsOf(site, itemId),
    };
    if (item.publication?.publicationId === publicationId) next.publication = undefined;
    const change: Change = { item: next, writes, audit };
    return { changes: [change], result: undefined };
  });
};

/** What versions of an item that are public anywhere refer to of the library. */
const assetsOf = (site: SiteManifest, itemId: string): string[] => [
  ...new Set(itemsAnywhere(site).flatMap(([id, { assets = [] }]) => (id === itemId ? assets : []))),
];

/** The item with a part of the publication noted where nothing that was asked for later holds. */
const withPart = (
  item: ItemRecord,
  { version, sequence, scope = EVERYWHERE, withdraw }: PublicationItem,
  kind: Publication['kind'],
): ItemRecord => {
  const state: PublishedState = kind === 'unpublish' || withdraw ? { sequence } : { sequence, version };
  const isSame = (one: PublishedState, other: PublishedState): boolean => one.version === other.version;
  const { base, territories } = spreadTo<PublishedState>(publishedSpread(item), scope, state, { sequence: -1 }, isSame);
  const { publishedIn: _, ...rest } = item;
  return {
    ...rest,
    publishedSequence: base?.sequence,
    publishedVersion: base?.version,
    ...(Object.keys(territories).length > 0 ? { publishedIn: territories } : {}),
  };
};

const datesOf = (before: ItemRecord, after: ItemRecord, isWithdrawn: boolean, at: string): Partial<ItemRecord> => {
  if (publicVersion(after) === undefined) return { publishedAt: undefined };
  return isWithdrawn ? {} : { publishedAt: at, firstPublishedAt: before.firstPublishedAt ?? at };
};

/** The nearest moment that is scheduled, in milliseconds from now. */
const SOON = 15_000;

/** Some pages show something else from a moment on; they are made again at the first of those moments, and then at the next. */
const scheduleNextMoment = async (
  { scheduleEvent, now }: Deps,
  site: SiteManifest,
  { correlationId, publicationId }: Publication,
): Promise<void> => {
  const [next] = pagesAnywhere(site)
    .flatMap(([, { shows }]) => Object.entries(shows))
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
