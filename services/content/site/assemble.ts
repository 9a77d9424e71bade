import type { StoredFile } from '../store/pages.ts';
import type { Territory } from '../territories.ts';
import type { PageDocument } from './documents.ts';
import { namedGroups, viewOf } from './editions.ts';
import { type Wanted, wantedPages } from './expected.ts';
import type { LivePage, SiteManifest } from './manifest.ts';
import { currentPages, outdatedPages } from './outdated.ts';
import { itemsAnywhere, territoriesApart } from './overlays.ts';
import { type Plan, type RenderedBatch, withPlan } from './plan.ts';
import { shownAssets } from './routes.ts';
import { itemPath, type World } from './world.ts';

/** By path; null for pages that are no more. */
export type MadeDocuments = Map<string, { locale: string; document: PageDocument | null }>;

/** The site as some territories see it, made for the next version. */
export type AssembledEdition = {
  name: string;
  territories: readonly Territory[];
  manifest: SiteManifest;
  documents: MadeDocuments;
};

export type Assembled = {
  manifest: SiteManifest;
  documents: MadeDocuments;
  /** Those that are different from what everybody else sees. */
  editions: AssembledEdition[];
  /** The version before, from which pages were kept. */
  before: SiteManifest;
  /** How many pages were made here, because others went live in between. */
  remade: number;
};

type Page = RenderedBatch['pages'][number];

type Deps = {
  open: (manifest: SiteManifest) => Promise<World>;
  /** Makes a page and writes its files. */
  make: (world: World, wanted: Wanted) => Promise<Page>;
};

/** Pages made at once. */
const AT_ONCE = 8;

/**
 * The next version of the site: the one before with publications in it, each with the pages that were made for it. A page that
 * shows what another publication changed meanwhile is made once more, so that every page shows this very version, in every
 * territory.
 */
export const assemble = async (
  deps: Deps,
  before: SiteManifest,
  publications: readonly { plan: Plan; pages: RenderedBatch['pages'] }[],
): Promise<Assembled> => {
  const planned = publications.reduce((manifest, { plan }) => withPlan(manifest, plan), before);
  const pages = publications.flatMap((each) => each.pages);
  const base = await assembleBase(deps, planned, before, pages);
  const { editions: _, ...kept } = planned;
  const manifest: SiteManifest = { ...kept, ...base.manifest };
  const editions: AssembledEdition[] = [];
  let { remade } = base;
  for (const { name, territories } of namedGroups(territoriesApart(planned), before)) {
    const own = await assembleEdition(deps, { planned, before, base: manifest, territories, pages });
    editions.push({ name, territories, manifest: own.manifest, documents: own.documents });
    remade += own.remade;
  }
  manifest.assets = neededAssets(manifest, editions);
  for (const edition of editions) edition.manifest.assets = manifest.assets;
  return { manifest, documents: base.documents, editions, before, remade };
};

type Made = { manifest: SiteManifest; documents: MadeDocuments; remade: number };

const assembleBase = async (
  { open, make }: Deps,
  planned: SiteManifest,
  before: SiteManifest,
  pages: readonly Page[],
): Promise<Made> => {
  const next: SiteManifest = { ...viewOf(planned), ...copyOf(viewOf(before)), version: before.version + 1 };
  const documents: MadeDocuments = new Map();
  const put = ({ path, page, document }: Page): void => {
    next.pages[path] = page;
    documents.set(path, { locale: page.locale, document: document ?? null });
  };
  for (const page of pages) if (page.territory === undefined) put(page);
  const world = await open(next);
  next.locales = world.locales;
  const outdated = outdatedPages(world);
  await eachOf(outdated, AT_ONCE, async (wanted) => put(await make(world, wanted)));
  for (const { path, locale } of dropUnwanted(world, before)) documents.set(path, { locale, document: null });
  return { manifest: next, documents, remade: outdated.length };
};

type OfEdition = {
  planned: SiteManifest;
  before: SiteManifest;
  base: SiteManifest;
  territories: readonly Territory[];
  pages: readonly Page[];
};

/** Takes each page from where it shows what these territories see: everybody's, one made for them, or theirs from before. */
const assembleEdition = async (
  { open, make }: Deps,
  { planned, before, base, territories, pages }: OfEdition,
): Promise<Made> => {
  const [first = ''] = territories;
  const was = viewOf(before, first);
  const next: SiteManifest = { ...viewOf(planned, first), ...copyOf(was), seenIn: territories, version: base.version };
  const documents: MadeDocuments = new Map();
  const own = new Map(
    pages.filter(({ territory = '' }) => territories.includes(territory)).map((page) => [page.path, page]),
  );
  const world = await open(next);
  next.locales = world.locales;
  const isCurrent = currentPages(world);
  const put = ({ path, page, document }: Page): void => {
    next.pages[path] = page;
    documents.set(path, { locale: page.locale, document: document ?? null });
  };
  const missing: Wanted[] = [];
  for (const wanted of wantedPages(world)) {
    const { path } = wanted;
    const made = own.get(path);
    const everybodys: LivePage | undefined = base.pages[path];
    if (isCurrent(wanted, everybodys)) next.pages[path] = everybodys;
    else if (made && isCurrent(wanted, made.page)) put(made);
    else if (!isCurrent(wanted, was.pages[path])) missing.push(wanted);
  }
  await eachOf(missing, AT_ONCE, async (wanted) => put(await make(world, wanted)));
  dropUnwanted(world, was);
  return { manifest: next, documents, remade: missing.length };
};

/** What a version changes in place. */
const copyOf = ({ pages, redirects, gone }: SiteManifest): Pick<SiteManifest, 'pages' | 'redirects' | 'gone'> => ({
  pages: { ...pages },
  redirects: { ...redirects },
  gone: { ...gone },
});

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

/** Assets that public items refer to anywhere, whether a page shows them now or from a moment on. */
const neededAssets = (manifest: SiteManifest, editions: readonly AssembledEdition[]): SiteManifest['assets'] => {
  const needed = new Set(itemsAnywhere(manifest).flatMap(([, { assets = [] }]) => assets));
  for (const site of [manifest, ...editions.map((edition) => edition.manifest)])
    for (const assetId of shownAssets(site)) needed.add(assetId);
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
