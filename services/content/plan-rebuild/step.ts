import * as z from 'zod';
import { inBatches } from '../plan-publication/batches.ts';
import { wantedPages } from '../site/expected.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { type Plan, planKey } from '../site/plan.ts';
import type { World } from '../site/world.ts';
import type { SiteRecord } from '../store/site.ts';

export const PlanRebuildInput = z.strictObject({ publicationId: z.uuid() });
export type PlanRebuildInput = z.infer<typeof PlanRebuildInput>;

type Deps = {
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  open: (manifest: SiteManifest) => Promise<World>;
  writeJson: (key: string, value: unknown) => Promise<void>;
  writeStatic: () => Promise<void>;
};

/** Where the list lies from which a Distributed Map takes its batches. */
const listKey = (publicationId: string): string => `plans/${publicationId}/batches.json`;

/** Works out every page that the site has, whether or not it is up to date. */
export const createPlanRebuild =
  ({ readSite, readManifest, open, writeJson, writeStatic }: Deps) =>
  async ({ publicationId }: PlanRebuildInput) => {
    const { manifestKey: base } = await readSite();
    const world = await open(await readManifest(base));
    await writeStatic();
    const batches = inBatches(wantedPages(world));
    const plan: Plan = { publicationId, kind: 'rebuild', base, items: {}, withdrawn: {}, assets: {}, batches };
    await writeJson(planKey(publicationId), plan);
    await writeJson(
      listKey(publicationId),
      batches.map((_, batch) => ({ batch })),
    );
    return { planKey: planKey(publicationId), listKey: listKey(publicationId), pages: batches.flat().length };
  };
