import { join } from 'node:path';
import { readStatic } from '@marquee/site/static.ts';
import { BUILD_FOLDER } from '../../infra/build/folders.ts';
import { assemble, eachOf } from '../../services/content/site/assemble.ts';
import { createLoadData } from '../../services/content/site/load-data.ts';
import { createMakePage } from '../../services/content/site/make-page.ts';
import { emptyManifest, type SiteManifest } from '../../services/content/site/manifest.ts';
import { type Plan, type RenderedBatch, withPlan } from '../../services/content/site/plan.ts';
import { siteChanges } from '../../services/content/site/routes.ts';
import { openWorld } from '../../services/content/site/world.ts';
import { writeSite } from '../../services/content/site/write-site.ts';
import { readManifest as readAssetManifest } from '../../services/content/store/assets.ts';
import { readRevisions } from '../../services/content/store/items.ts';
import { readJson, writeFile, writeJson } from '../../services/content/store/pages.ts';
import { variable } from '../../services/shared/environment.ts';
import { routesTag, writeRoutes } from '../../services/shared/routes.ts';
import type { Answer, Request } from './alone-process.ts';

// A process of its own with the settings of a function: renders and writes what a publication did, with nothing around it.
const { frame: files } = await readStatic(join(BUILD_FOLDER, 'site'));
const data = createLoadData({ readRevisions });
const parts = { origin: variable('SITE_URL'), files, data, asset: readAssetManifest };
const open = (manifest: SiteManifest) => openWorld({ manifest, now: Date.now(), ...parts });
const readSite = (key: string | undefined): Promise<SiteManifest> =>
  key === undefined ? Promise.resolve(emptyManifest()) : readJson<SiteManifest>(key);

const redo = async ({ planKey }: Request): Promise<Answer> => {
  const plan = await readJson<Plan>(planKey);
  const base = await readSite(plan.base);
  const make = createMakePage({ writeFile });
  const from = performance.now();
  const world = await open(withPlan(base, plan));
  const pages: RenderedBatch['pages'] = [];
  await eachOf(plan.batches.flat(), 8, async (wanted) => pages.push(await make(world, wanted)));
  const pagesMade = performance.now();
  const assembled = await assemble({ open, make }, base, [{ plan, pages }]);
  await writeSite({ open, readJson, writeFile, writeJson }, assembled);
  const indexed = performance.now();
  // Beside the site's own keys, so that nothing of it changes.
  const routes = siteChanges(base, assembled.manifest).routes.map(([path, value]) => [`bench${path}`, value] as const);
  await writeRoutes([...routes, ['bench-live', String(assembled.manifest.version)]], await routesTag());
  const switched = performance.now();
  return { pages: pages.length, render: pagesMade - from, index: indexed - pagesMade, routes: switched - indexed };
};

process.on('message', (request: Request) => {
  void redo(request).then(
    (answer) => process.send?.(answer),
    (error: Error) => process.send?.({ failed: error.stack ?? error.message }),
  );
});
process.send?.({ ready: true });
