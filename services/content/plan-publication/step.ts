import * as z from 'zod';
import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { Problem, Revision } from '../item.ts';
import type { Publication } from '../publication.ts';
import { liveAsset } from '../site/assets.ts';
import { liveItem } from '../site/live-item.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { outdatedPages } from '../site/outdated.ts';
import { type Plan, planKey, withPlan } from '../site/plan.ts';
import type { World } from '../site/world.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { Stored } from '../store/items.ts';
import type { SiteRecord } from '../store/site.ts';
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
    const world = await deps.open(site);
    const problems = check(site, world);
    if (problems.length > 0) return { problems, planKey: '', batches: [] };
    await deps.writeStatic();
    const batches = inBatches(outdatedPages(world));
    await deps.writeJson(planKey(publicationId), { ...plan, batches });
    return { problems: [], planKey: planKey(publicationId), batches: batches.map((_, index) => index) };
  };

type Check = (site: SiteManifest, world: World) => Problem[];

const changesOf = async (
  deps: Deps,
  { publicationId, kind, items, assetId, requestedAt }: Publication,
  base: string | undefined,
): Promise<{ plan: Plan; check: Check }> => {
  const plan: Plan = { publicationId, kind, base, items: {}, withdrawn: {}, assets: {}, batches: [] };
  if (kind === 'unpublish') {
    for (const { itemId, sequence } of items) plan.withdrawn[itemId] = sequence;
    return { plan, check: () => [] };
  }
  if (kind === 'refresh') {
    const assets = await deps.readAssets(assetId ? [assetId] : []);
    if (assetId) plan.assets[assetId] = liveAsset(assets.get(assetId)) ?? null;
    return { plan, check: () => [] };
  }
  const [stored, revisions] = await Promise.all([
    deps.readItems(items.map(({ itemId }) => itemId)),
    deps.readRevisions(items),
  ]);
  const assets = await deps.readAssets(revisions.flatMap(({ data }) => assetIdsIn(data)));
  for (const assetId of assets.keys()) {
    const asset = liveAsset(assets.get(assetId));
    if (asset) plan.assets[assetId] = asset;
  }
  const found = items.flatMap(({ itemId, sequence }) => {
    const [item, revision] = [stored.get(itemId), revisions.find((each) => each.itemId === itemId)];
    if (!item || !revision) return [];
    plan.items[itemId] = liveItem(item, revision, sequence, requestedAt);
    return [{ item, revision }];
  });
  const now = deps.now();
  const check: Check = (site, { locales }) =>
    found.flatMap((each) => problemsOf({ ...each, site, assets, locales, now }));
  return { plan, check };
};
