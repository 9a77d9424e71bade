import { createBuildSite } from '../build-site/step.ts';
import { type Tools, untilWritten } from '../changing.ts';
import { createCreateItem } from '../create-item/step.ts';
import type { ContentType } from '../model/item.ts';
import { createPlanPublication } from '../plan-publication/step.ts';
import type { Publication } from '../publication.ts';
import { createRecordFailure } from '../record-failure/step.ts';
import { createRecordPublication } from '../record-publication/step.ts';
import { requestRefresh } from '../refresh.ts';
import { decideRelease, type ReleasedPart } from '../release-publication.ts';
import { createRenderPages } from '../render-pages/step.ts';
import { requestPublication } from '../request.ts';
import { createSaveItem } from '../save-item/step.ts';
import { assemble } from '../site/assemble.ts';
import { viewOf } from '../site/editions.ts';
import { createLoadData } from '../site/load-data.ts';
import { createMakePage } from '../site/make-page.ts';
import { emptyManifest, type SiteManifest } from '../site/manifest.ts';
import { batchKey, type Plan, type RenderedBatch } from '../site/plan.ts';
import { openWorld, type World } from '../site/world.ts';
import { writeSite } from '../site/write-site.ts';
import { createSwitchLive } from '../switch-live/step.ts';
import { CALLER } from './fixtures.ts';
import { memoryAssets, memoryFiles } from './memory-files.ts';
import { memoryReleases } from './memory-releases.ts';
import { memoryRoutes } from './memory-routes.ts';
import { memorySite } from './memory-site.ts';
import { memoryTable } from './memory-table.ts';

export type Newsroom = ReturnType<typeof newsroom>;

/** The whole content domain in memory, with its real steps: a clock that stands still, identifiers that count up. */
export const newsroom = () => {
  const clock = { now: Date.parse('2026-03-01T09:00:00Z') };
  let ids = 0;
  const tools: Tools = {
    now: () => clock.now,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  };
  const table = memoryTable();
  const site = memorySite(table.publications);
  const bucket = memoryFiles();
  const library = memoryAssets();
  const edge = memoryRoutes();
  const schedules = new Map<string, { instant: string; detail: unknown }>();
  const warnings: string[] = [];
  const scheduling = {
    scheduleEvent: async (name: string, instant: string, detail: unknown): Promise<void> => {
      if (!schedules.has(name)) schedules.set(name, { instant, detail });
    },
    unschedule: async (name: string): Promise<void> => void schedules.delete(name),
  };
  const readData = async (itemId: string) => {
    const item = await table.readItem(itemId);
    return item && (await table.readRevision(itemId, item.version))?.data;
  };
  const held = memoryReleases();
  const deps = {
    ...tools,
    ...held,
    ...table,
    ...site,
    ...bucket,
    ...library,
    ...scheduling,
    readData,
    pause: async () => {},
  };

  const load = createLoadData(table);
  const files = { stylesheet: '/site/site.css', script: '/site/page.js', fonts: {} };
  const open = (manifest: SiteManifest, more: Partial<Pick<World, 'mediaUrl' | 'now' | 'files' | 'data'>> = {}) =>
    openWorld({
      manifest,
      origin: 'https://example.com',
      files,
      now: clock.now,
      data: load,
      asset: library.readAssetManifest,
      ...more,
    });
  const readManifest = async (key: string | undefined): Promise<SiteManifest> =>
    key === undefined ? emptyManifest() : bucket.readJson<SiteManifest>(key);
  const made: string[] = [];
  const makePage = createMakePage(bucket);
  const make: typeof makePage = async (world, wanted) => {
    made.push(wanted.path);
    return makePage(world, wanted);
  };
  const readReady = async (key: string) => {
    const plan = await bucket.readJson<Plan>(key);
    const keys = plan.batches.map((_, index) => batchKey(plan.publicationId, index));
    const batches = await Promise.all(keys.map((each) => bucket.readJson<RenderedBatch>(each)));
    return { plan, pages: batches.flatMap(({ pages }) => pages) };
  };
  const publishing = {
    ...deps,
    open,
    make,
    readManifest,
    readReady,
    readPlan: bucket.readJson<Plan>,
    writeStatic: async () => {},
    assemble: (before: SiteManifest, ready: Parameters<typeof assemble>[2]) => assemble({ open, make }, before, ready),
    writeSite: (assembled: Parameters<typeof writeSite>[1]) => writeSite({ ...bucket, open }, assembled),
    warn: (message: string) => void warnings.push(message),
    ...edge,
  };
  const steps = {
    plan: createPlanPublication(publishing),
    render: createRenderPages(publishing),
    build: createBuildSite(publishing),
    switchLive: createSwitchLive(publishing),
    record: createRecordPublication(publishing),
    fail: createRecordFailure(publishing),
  };
  const manifest = async (): Promise<SiteManifest> => readManifest((await site.readSite()).manifestKey);

  const request = (kind: 'publish' | 'unpublish', items: readonly (string | { itemId: string; version?: number })[]) =>
    requestPublication(deps, {
      kind,
      items: items.map((each) => (typeof each === 'string' ? { itemId: each } : each)),
      caller: CALLER,
      publicationId: tools.newId(),
    });
  /** Asks for items to become public, or to be taken back, in territories; answers the publication. */
  const requestRelease = (
    parts: readonly ReleasedPart[],
    release: Publication['release'] = { releaseId: 'a-release', windowId: 'a-window' },
    due?: Publication['due'],
  ) => {
    const publicationId = tools.newId();
    const correlationId = tools.newId();
    return untilWritten(deps, () =>
      decideRelease(deps, { publicationId, release, parts, caller: CALLER, correlationId, ...(due ? { due } : {}) }),
    );
  };
  /** Asks for pages to be made again that show an asset, or whose moment has come; answers the publication's id. */
  const requestRefreshOf = async (assetId?: string): Promise<string> => {
    const publicationId = tools.newId();
    await requestRefresh(deps, { publicationId, assetId, correlationId: tools.newId(), causationId: 'an-event' });
    return publicationId;
  };
  /** As far as the pages of a publication: they wait for the next version. */
  const getReady = async (publicationId: string) => {
    const planned = await steps.plan({ publicationId });
    if (planned.problems.length > 0) return planned;
    for (const batch of planned.batches) await steps.render({ planKey: planned.planKey, batch });
    await site.stage({ publicationId, planKey: planned.planKey });
    return planned;
  };
  /** From staged pages to the public. */
  const goLive = async (publicationId: string) => {
    const { outcome, version } = await steps.build({ publicationId });
    if (outcome === 'built') await steps.switchLive({ publicationId, version });
    return steps.record({ publicationId });
  };
  const carryOut = async (publicationId: string) => {
    const planned = await getReady(publicationId);
    if (planned.problems.length > 0) {
      await steps.fail({ publicationId, problems: planned.problems });
      return planned.problems;
    }
    await goLive(publicationId);
    return [];
  };
  return {
    ...deps,
    ...edge,
    clock,
    schedules,
    warnings,
    publishing,
    steps,
    /** Paths of the pages that were made, in their order. */
    made,
    open,
    load,
    manifest,
    request,
    requestRelease,
    getReady,
    goLive,
    /** All of it; answers what kept it back. */
    carryOut,
    /** All of it, unless it is done already. */
    perform: async (publicationId: string): Promise<void> => {
      if ((await table.readPublication(publicationId))?.state === 'waiting') await carryOut(publicationId);
    },
    create: (type: ContentType, itemId: string, data: object) =>
      createCreateItem(deps)({ type, itemId, data: { ...data } }, CALLER),
    save: async (id: string, data: object) =>
      createSaveItem(deps)({ id, ifMatch: (await table.readItem(id))?.version ?? 1, data: { ...data } }, CALLER),
    /** Publishes items together; answers what kept them back. */
    publish: async (...items: (string | { itemId: string; version?: number })[]) =>
      carryOut((await request('publish', items)).publicationId),
    unpublish: async (...items: string[]) => carryOut((await request('unpublish', items)).publicationId),
    /** Has items become public, or taken back, in territories; answers what kept it back. */
    release: async (...parts: ReleasedPart[]) => carryOut((await requestRelease(parts)).publicationId),
    requestRefreshOf,
    /** Makes pages again that show an asset, or whose moment has come. */
    refresh: async (assetId?: string) => carryOut(await requestRefreshOf(assetId)),
    /** What is served at a path, or undefined where no page is. */
    page: async (path: string, territory?: string): Promise<string | undefined> => {
      const key = viewOf(await manifest(), territory).pages[path]?.key;
      return key === undefined ? undefined : String(bucket.files.get(key)?.body);
    },
  };
};
