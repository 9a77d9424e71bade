import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { ArmedRelease } from '../embargo.ts';
import type { ItemRecord, Revision } from '../item.ts';
import { versionIn } from '../judge-release/judge.ts';
import { armedOf, type Release, type StoredRelease } from '../release.ts';
import { liveAsset } from '../site/assets.ts';
import { liveItem } from '../site/live-item.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { type PlannedItem, withPlan } from '../site/plan.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { ListRequest, Stored } from '../store/items.ts';
import { EVERYWHERE, type Scope, scopeOf } from '../territories.ts';

export type DueDeps = {
  readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>>;
  readRevisions: (wanted: readonly { itemId: string; version: number }[]) => Promise<Revision[]>;
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
  readArmed: () => Promise<ArmedRelease[]>;
  readRelease: (releaseId: string) => Promise<StoredRelease | undefined>;
  listItems: (request: ListRequest) => Promise<{ values: Stored[]; next?: string }>;
};

/** Something that will change what is public at a moment; without a version, an item is taken back. */
type Due = { instant: string; itemId: string; version?: number; scope: Scope };

const ofRelease = (release: Release, items: ReadonlyMap<string, ItemRecord>): Due[] =>
  release.windows
    .filter(({ state }) => state !== 'released')
    .flatMap((window) =>
      release.items.flatMap(({ itemId }) => {
        const item = items.get(itemId);
        const scope = scopeOf(window, release.windows);
        return item ? [{ instant: window.instant, itemId, version: versionIn(release, item), scope }] : [];
      }),
    );

const ofSchedules = ({ itemId, schedules = {} }: ItemRecord): Due[] => [
  ...(schedules.publish ? [{ ...schedules.publish, itemId, scope: EVERYWHERE }] : []),
  ...(schedules.unpublish ? [{ instant: schedules.unpublish.instant, itemId, scope: EVERYWHERE }] : []),
];

/** All that is scheduled, by the releases that are armed, one that is rehearsed, and items of their own, in its order. */
export const readDue = async (deps: DueDeps, rehearsed: Release) => {
  const armed = (await deps.readArmed()).filter(({ releaseId }) => releaseId !== rehearsed.releaseId);
  const others = await Promise.all(armed.map(({ releaseId }) => deps.readRelease(releaseId)));
  const releases = [rehearsed, ...others.flatMap((release) => release ?? [])];
  const members = await deps.readItems(releases.flatMap(({ items }) => items.map(({ itemId }) => itemId)));
  const due = releases.flatMap((release) => ofRelease(release, members));
  let after: string | undefined;
  do {
    const page = await deps.listItems({ limit: 100, ...(after ? { after } : {}) });
    for (const item of page.values) {
      const own = ofSchedules(item);
      if (own.length > 0) members.set(item.itemId, item);
      due.push(...own);
    }
    after = page.next;
  } while (after !== undefined);
  due.sort((one, other) => (one.instant < other.instant ? -1 : one.instant > other.instant ? 1 : 0));
  const wanted = due.flatMap(({ itemId, version }) => (version === undefined ? [] : [{ itemId, version }]));
  const unique = [...new Map(wanted.map((each) => [`${each.itemId}@${each.version}`, each])).values()];
  const revisions = await deps.readRevisions(unique);
  const assets = await deps.readAssets(revisions.flatMap(({ data }) => assetIdsIn(data)));
  const holding = [...armed, armedOf(rehearsed)];

  /** The site with everything in it that is due by a moment. */
  const siteAt = (site: SiteManifest, moment: number): SiteManifest => {
    const items = due
      .filter(({ instant }) => Date.parse(instant) <= moment)
      .flatMap(({ itemId, version, scope, instant }, index): PlannedItem[] => {
        const item = members.get(itemId);
        if (!item) return [];
        const sequence = item.sequence + 1 + index;
        if (version === undefined) return [{ itemId, scope, state: { sequence } }];
        const revision = revisions.find((each) => each.itemId === itemId && each.version === version);
        return revision ? [{ itemId, scope, state: liveItem(item, revision, sequence, instant) }] : [];
      });
    const live = [...assets].flatMap(([assetId, record]) => {
      const asset = liveAsset(record, holding);
      return asset ? [[assetId, asset] as const] : [];
    });
    return withPlan(site, { items, assets: Object.fromEntries(live) });
  };
  const instants = due.map(({ instant }) => instant);
  return { siteAt, instants, holding, assets };
};
