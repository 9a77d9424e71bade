import type { PublicationKind } from '../publication.ts';
import type { Wanted } from './expected.ts';
import type { LiveAsset, LiveItem, SiteManifest } from './manifest.ts';
import type { RenderedPage } from './render-page.ts';

/** What a publication changes, and the pages that have to be made for it. It lies in the pages bucket while it is carried out. */
export type Plan = {
  publicationId: string;
  kind: PublicationKind;
  /** Key of the version of the site that it was planned on; undefined before the first. */
  base?: string;
  items: Record<string, LiveItem>;
  withdrawn: Record<string, number>;
  /** `null` for one that is there no more. */
  assets: Record<string, LiveAsset | null>;
  batches: Wanted[][];
};

/** What one batch leaves for the next version of the site. */
export type RenderedBatch = { pages: Omit<RenderedPage, 'files'>[] };

export const planKey = (publicationId: string): string => `plans/${publicationId}/plan.json`;
export const batchKey = (publicationId: string, index: number): string => `plans/${publicationId}/batch-${index}.json`;

/** The sequence up to which an item's publications are in a version of the site. */
const reached = ({ items, withdrawn }: SiteManifest, itemId: string): number =>
  items[itemId]?.sequence ?? withdrawn[itemId] ?? -1;

/**
 * The site with a publication in it, its pages as they were. What was asked for later stays, in whatever order publications get
 * ready.
 */
export const withPlan = (manifest: SiteManifest, { items, withdrawn, assets }: Plan): SiteManifest => {
  const next = {
    ...manifest,
    items: { ...manifest.items },
    withdrawn: { ...manifest.withdrawn },
    assets: { ...manifest.assets },
  };
  for (const [itemId, item] of Object.entries(items)) {
    if (reached(manifest, itemId) > item.sequence) continue;
    next.items[itemId] = item;
    delete next.withdrawn[itemId];
  }
  for (const [itemId, sequence] of Object.entries(withdrawn)) {
    if (reached(manifest, itemId) > sequence) continue;
    next.withdrawn[itemId] = sequence;
    delete next.items[itemId];
  }
  for (const [assetId, asset] of Object.entries(assets)) {
    const known = next.assets[assetId];
    if (asset === null) delete next.assets[assetId];
    else if (!known || known.updatedAt <= asset.updatedAt) next.assets[assetId] = asset;
  }
  return next;
};
