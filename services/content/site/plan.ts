import type { PublicationKind } from '../publication.ts';
import { EVERYWHERE, type Scope, type Territory } from '../territories.ts';
import type { Wanted } from './expected.ts';
import type { LiveAsset, SiteManifest, TerritorialItem } from './manifest.ts';
import { setItem } from './overlays.ts';
import type { RenderedPage } from './render-page.ts';

/** What a publication makes of one item: a version that becomes public, or nothing; without a scope, everywhere. */
export type PlannedItem = { itemId: string; state: TerritorialItem; scope?: Scope };

/** A page that has to be made, as those in a territory see it. */
export type PlannedPage = Wanted & { territory?: Territory };

/** What a publication changes, and the pages that have to be made for it. It lies in the pages bucket while it is carried out. */
export type Plan = {
  publicationId: string;
  kind: PublicationKind;
  /** Key of the version of the site that it was planned on; undefined before the first. */
  base?: string;
  items: readonly PlannedItem[];
  /** `null` for one that is there no more. */
  assets: Record<string, LiveAsset | null>;
  /** The moment for which it is, in UTC, where it is for one. */
  asOf?: string;
  batches: PlannedPage[][];
};

/** What one batch leaves for the next version of the site. */
export type RenderedBatch = { pages: (Omit<RenderedPage, 'files'> & { territory?: Territory })[] };

export const planKey = (publicationId: string): string => `plans/${publicationId}/plan.json`;
export const batchKey = (publicationId: string, index: number): string => `plans/${publicationId}/batch-${index}.json`;

/**
 * The site with a publication in it, its pages as they were. What was asked for later stays, in whatever order publications get
 * ready, in each territory.
 */
export const withPlan = (
  manifest: SiteManifest,
  { items, assets, asOf = '' }: Pick<Plan, 'items' | 'assets' | 'asOf'>,
): SiteManifest => {
  const { overlays = {}, ...base } = manifest;
  const next = {
    ...base,
    ...(asOf > (base.asOf ?? '') ? { asOf } : {}),
    items: { ...manifest.items },
    withdrawn: { ...manifest.withdrawn },
    assets: { ...manifest.assets },
    overlays: Object.fromEntries(Object.entries(overlays).map(([territory, own]) => [territory, { ...own }])),
  };
  for (const { itemId, state, scope = EVERYWHERE } of items) setItem(next, itemId, scope, state);
  for (const [assetId, asset] of Object.entries(assets)) {
    const known = next.assets[assetId];
    if (asset === null) delete next.assets[assetId];
    else if (!known || known.updatedAt <= asset.updatedAt) next.assets[assetId] = asset;
  }
  if (Object.keys(next.overlays).length > 0) return next;
  const { overlays: _, ...same } = next;
  return same;
};
