import * as z from 'zod';
import { eachOf } from '../site/assemble.ts';
import { viewOf } from '../site/editions.ts';
import type { Wanted } from '../site/expected.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { batchKey, type Plan, type RenderedBatch, withPlan } from '../site/plan.ts';
import type { World } from '../site/world.ts';

export const RenderPagesInput = z.strictObject({ planKey: z.string().min(1), batch: z.int().nonnegative() });
export type RenderPagesInput = z.infer<typeof RenderPagesInput>;

type Deps = {
  readPlan: (key: string) => Promise<Plan>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  open: (manifest: SiteManifest) => Promise<World>;
  make: (world: World, wanted: Wanted) => Promise<RenderedBatch['pages'][number]>;
  writeJson: (key: string, value: RenderedBatch) => Promise<void>;
};

/** Pages made at once. */
const AT_ONCE = 8;

/** Makes the pages of one batch under keys that follow from their content. Once more makes the same. */
export const createRenderPages =
  ({ readPlan, readManifest, open, make, writeJson }: Deps) =>
  async ({ planKey, batch }: RenderPagesInput) => {
    const plan = await readPlan(planKey);
    const wanted = plan.batches[batch] ?? [];
    const territory = wanted[0]?.territory;
    const world = await open(viewOf(withPlan(await readManifest(plan.base), plan), territory));
    const seenIn = territory === undefined ? {} : { territory };
    const pages: RenderedBatch['pages'] = [];
    await eachOf(wanted, AT_ONCE, async (page) => pages.push({ ...(await make(world, page)), ...seenIn }));
    await writeJson(batchKey(plan.publicationId, batch), { pages });
    return { pages: pages.length };
  };
