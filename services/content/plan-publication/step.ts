import * as z from 'zod';
import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { ArmedRelease } from '../embargo.ts';
import type { Problem, Revision } from '../item.ts';
import type { Publication } from '../publication.ts';
import { liveAsset } from '../site/assets.ts';
import { viewOf } from '../site/editions.ts';
import { liveItem } from '../site/live-item.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { outdatedPages } from '../site/outdated.ts';
import { pagesApart } from '../site/pages-apart.ts';
import { type Plan, type PlannedItem, planKey, withPlan } from '../site/plan.ts';
import type { World } from '../site/world.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { Stored } from '../store/items.ts';
import type { SiteRecord } from '../store/site.ts';
import { EVERYWHERE, type Scope } from '../territories.ts';
import { inBatches } from './batches.ts';
import { problemsOf } from './check.ts';

export const PlanPublicationInput = z.strictObject({ publicationId: z.uuid() });
export type PlanPublicationInput = z.infer<typeof PlanPublicationInput>;

/** There is no such publication. Terminal. */
export class PublicationMissingError extends Error {
  override name = 'PublicationMissingError';
}

type Deps = {
  now: () => number;
  readPublication: (publicationId: string) => Promise<Publication | undefined>;
  readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>>;
  readRevisions: (wanted: readonly { itemId: string; version: number }[]) => Promise<Revision[]>;
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
  /** Releases that hold back what they have. */
  readArmed: () => Promise<ArmedRelease[]>;
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  open: (manifest: SiteManifest) => Promise<World>;
  writeJson: (key: string, value: unknown) => Promise<void>;
  /** Files that every page uses. */
  writeStatic: () => Promise<void>;
};

export type Planned = { problems: Problem[]; planKey: string; batches: number[] };

/**
 * Checks a publication and works out every page that it changes: its own, and those that show what it changes, each once. Problems
 * are a result, not an error.
 */
export const createPlanPublication =
  (deps: Deps) =>
  async ({ publicationId }: PlanPublicationInput): Promise<Planned> => {
    const publication = await deps.readPublication(publicationId);
    if (!publication) throw new PublicationMissingError(`There is no publication ${publicationId}.`);
    const { manifestKey: base } = await deps.readSite();
    const before = await deps.readManifest(base);
    const { plan, check } = await changesOf(deps, publication, base);
    const site = withPlan(before, plan);
    const world = await deps.open(viewOf(site));
    const problems = check(site, world);
    if (problems.length > 0) return { problems, planKey: '', batches: [] };
    await deps.writeStatic();
    const batches = inBatches([...outdatedPages(world), ...(await pagesApart(deps.open, site, world))]);
    await deps.writeJson(planKey(publicationId), { ...plan, batches });
    return { problems: [], planKey: planKey(publicationId), batches: batches.map((_, index) => index) };
  };

type Check = (site: SiteManifest, world: World) => Problem[];

type Changes = { plan: Plan; check: Check };

const unchecked = (plan: Plan): Changes => ({ plan, check: () => [] });

const changesOf = async (deps: Deps, publication: Publication, base: string | undefined): Promise<Changes> => {
  const { publicationId, kind, items, assetId } = publication;
  const plan: Plan = { publicationId, kind, base, items: [], assets: {}, batches: [] };
  if (kind === 'unpublish') {
    return unchecked({ ...plan, items: items.map(({ itemId, sequence }) => ({ itemId, state: { sequence } })) });
  }
  const armed = await deps.readArmed();
  if (kind === 'refresh') {
    if (!assetId) return unchecked(plan);
    const assets = await deps.readAssets([assetId]);
    return unchecked({ ...plan, assets: { [assetId]: liveAsset(assets.get(assetId), armed) ?? null } });
  }
  return publicationChanges(deps, publication, plan, armed);
};

const publicationChanges = async (
  deps: Deps,
  { items, requestedAt, release, due }: Publication,
  plan: Plan,
  armed: readonly ArmedRelease[],
): Promise<Changes> => {
  const shown = items.filter(({ withdraw }) => !withdraw);
  const [stored, revisions] = await Promise.all([
    deps.readItems(shown.map(({ itemId }) => itemId)),
    deps.readRevisions(uniqueVersions(shown)),
  ]);
  const assets = await deps.readAssets(revisions.flatMap(({ data }) => assetIdsIn(data)));
  const live: Plan['assets'] = {};
  for (const [assetId, record] of assets) {
    const asset = liveAsset(record, armed);
    if (asset) live[assetId] = asset;
  }
  const found: { item: Stored; revision: Revision; scope: Scope }[] = [];
  const planned = items.flatMap(({ itemId, version, sequence, scope, withdraw }): PlannedItem[] => {
    const where = scope ? { scope } : {};
    if (withdraw) return [{ itemId, state: { sequence }, ...where }];
    const item = stored.get(itemId);
    const revision = revisions.find((each) => each.itemId === itemId && each.version === version);
    if (!item || !revision) return [];
    found.push({ item, revision, scope: scope ?? EVERYWHERE });
    return [{ itemId, state: liveItem(item, revision, sequence, requestedAt), ...where }];
  });
  // What was decided to begin at a moment is judged as of that moment: clocks of two machines differ by a little.
  const now = Math.max(deps.now(), due ? Date.parse(due.instant) : 0);
  // The way back to what was public leads there whatever has become of it.
  const isBack = release !== undefined && release.windowId === undefined;
  const check: Check = (site, { locales }) =>
    isBack
      ? []
      : found.flatMap((each) => problemsOf({ ...each, site: siteOf(site, each.scope), assets, armed, locales, now }));
  const asOf = due ? { asOf: new Date(due.instant).toISOString() } : {};
  return { plan: { ...plan, ...asOf, items: planned, assets: live }, check };
};

/** An item can be named for several territories at the same version. */
const uniqueVersions = (items: readonly { itemId: string; version: number }[]) => [
  ...new Map(items.map(({ itemId, version }) => [`${itemId}@${version}`, { itemId, version }])).values(),
];

/** The site that an item has to fit into: that of the territories it is for. */
const siteOf = (site: SiteManifest, scope: Scope): SiteManifest =>
  viewOf(site, 'only' in scope ? scope.only[0] : undefined);
