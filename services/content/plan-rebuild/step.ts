import * as z from 'zod';
import { inBatches } from '../plan-publication/batches.ts';
import { viewOf } from '../site/editions.ts';
import { wantedPages } from '../site/expected.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { type Plan, type PlannedPage, planKey } from '../site/plan.ts';
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
    const site = await readManifest(base);
    const world = await open(viewOf(site));
    await writeStatic();
    const batches = inBatches([...wantedPages(world), ...(await pagesOfEditions(open, site))]);
    const plan: Plan = { publicationId, kind: 'rebuild', base, items: [], assets: {}, batches };
    await writeJson(planKey(publicationId), plan);
    await writeJson(
      listKey(publicationId),
      batches.map((_, batch) => ({ batch })),
    );
    return { planKey: planKey(publicationId), listKey: listKey(publicationId), pages: batches.flat().length };
  };

/** The pages that some territories alone have. */
const pagesOfEditions = async (open: Deps['open'], site: SiteManifest): Promise<PlannedPage[]> => {
  const found: PlannedPage[] = [];
  for (const { territories, pages } of Object.values(site.editions ?? {})) {
    const [territory = ''] = territories;
    const wanted = wantedPages(await open(viewOf(site, territory)));
    found.push(...wanted.filter(({ path }) => pages[path]).map((page) => ({ ...page, territory })));
  }
  return found;
};
