import type { StoredFile } from '../store/pages.ts';
import type { PageDocument } from './documents.ts';
import { type Wanted, wantedPages } from './expected.ts';
import type { SiteManifest } from './manifest.ts';
import { outdatedPages } from './outdated.ts';
import { type Plan, type RenderedBatch, withPlan } from './plan.ts';
import { shownAssets } from './routes.ts';
import { itemPath, type World } from './world.ts';

export type Assembled = {
  manifest: SiteManifest;
  /** By path; null for pages that are no more. */
  documents: Map<string, { locale: string; document: PageDocument | null }>;
  /** How many pages were made here, because others went live in between. */
  remade: number;
};

type Deps = {
  open: (manifest: SiteManifest) => Promise<World>;
  /** Makes a page and writes its files. */
  make: (world: World, wanted: Wanted) => Promise<RenderedBatch['pages'][number]>;
};

/** Pages made at once. */
const AT_ONCE = 8;

/**
 * The next version of the site: the one before with publications in it, each with the pages that were made for it. A page that
 * shows what another publication changed meanwhile is made once more, so that every page shows this very version.
 */
export const assemble = async (
  { open, make }: Deps,
  before: SiteManifest,
  publications: readonly { plan: Plan; pages: RenderedBatch['pages'] }[],
): Promise<Assembled> => {
  const planned = publications.reduce((manifest, { plan }) => withPlan(manifest, plan), before);
  const next: SiteManifest = {
    ...planned,
    version: before.version + 1,
    pages: { ...before.pages },
    redirects: { ...before.redirects },
    gone: { ...before.gone },
  };
  const documents: Assembled['documents'] = new Map();
  const put = ({ path, page, document = undefined }: RenderedBatch['pages'][number]): void => {
    next.pages[path] = page;
    documents.set(path, { locale: page.locale, document: document ?? null });
  };
  for (const { pages } of publications) for (const page of pages) put(page);
  const world = await open(next);
  next.locales = world.locales;
  const outdated = outdatedPages(world);
  await eachOf(outdated, AT_ONCE, async (wanted) => put(await make(world, wanted)));
  for (const { path, locale } of dropUnwanted(world, before)) documents.set(path, { locale, document: null });
  next.assets = neededAssets(next);
  return { manifest: next, documents, remade: outdated.length };
};

/** Pages that are not wanted any more lead on to where they are now, or say that they are gone. */
const dropUnwanted = (world: World, before: SiteManifest): { path: string; locale: string }[] => {
  const { manifest } = world;
  const wanted = new Set(wantedPages(world).map(({ path }) => path));
  const dropped = Object.entries(manifest.pages).filter(([path]) => !wanted.has(path));
  for (const [path, { itemId, locale, kind, files }] of dropped) {
    delete manifest.pages[path];
    // Nobody has seen a page that another publication has overtaken.
    if (!before.pages[path]) continue;
    const now = itemId === undefined ? undefined : itemPath(world, itemId, locale);
    if (now !== undefined) manifest.redirects[path] = now;
    else if (kind === 'item') manifest.gone[path] = true;
    for (const file of Object.keys(files)) if (now === undefined) manifest.gone[file] = true;
  }
  for (const path of Object.keys(manifest.pages)) {
    delete manifest.redirects[path];
    delete manifest.gone[path];
  }
  for (const [path, to] of Object.entries(manifest.redirects)) {
    // An address that was left twice leads straight to the last one.
    const further = manifest.redirects[to];
    if (further !== undefined && further !== path) manifest.redirects[path] = further;
    if (manifest.gone[to]) {
      delete manifest.redirects[path];
      manifest.gone[path] = true;
    }
  }
  return dropped.map(([path, { locale }]) => ({ path, locale }));
};

/** Assets that public items refer to, whether a page shows them now or from a moment on. */
const neededAssets = (manifest: SiteManifest): SiteManifest['assets'] => {
  const needed = new Set(Object.values(manifest.items).flatMap(({ assets = [] }) => assets));
  for (const assetId of shownAssets(manifest)) needed.add(assetId);
  return Object.fromEntries(Object.entries(manifest.assets).filter(([assetId]) => needed.has(assetId)));
};

/** Works on several at once; the first failure ends it. */
export const eachOf = async <Value>(
  values: readonly Value[],
  atOnce: number,
  work: (value: Value) => Promise<unknown>,
): Promise<void> => {
  const left = values.values();
  const worker = async (): Promise<void> => {
    for (const value of left) await work(value);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, values.length) }, worker));
};

/** Writes the files of a page, each once. */
export const writeAll = (write: (file: StoredFile) => Promise<void>, files: readonly StoredFile[]): Promise<void> =>
  eachOf(files, AT_ONCE, write);
