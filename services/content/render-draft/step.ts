import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { existing } from '../changing.ts';
import { type CheckDeps, checkData } from '../check-data.ts';
import type { ArmedRelease } from '../embargo.ts';
import type { Problem, Revision } from '../item.ts';
import { NAVIGATION_ID } from '../model/navigation.ts';
import { ItemId } from '../model/reference.ts';
import { Locale } from '../model/text.ts';
import { problemsOf } from '../plan-publication/check.ts';
import { type AsIfPublicDeps, addAssets, addReferred, putItem, withoutPages } from '../site/as-if-public.ts';
import { viewOf } from '../site/editions.ts';
import { type Wanted, wantedPages } from '../site/expected.ts';
import type { SiteManifest } from '../site/manifest.ts';
import type { RenderedPage } from '../site/render-page.ts';
import type { World } from '../site/world.ts';
import type { Stored } from '../store/items.ts';
import type { StoredFile } from '../store/pages.ts';
import type { SiteRecord } from '../store/site.ts';
import { Country, EVERYWHERE, type Scope } from '../territories.ts';

export const RenderDraftInput = z.strictObject({
  id: ItemId,
  data: z.record(z.string(), z.unknown()),
  locale: Locale,
  /** The moment at which the page is looked at. Default: now. */
  asOf: z.iso.datetime('expected a moment in UTC such as 2026-12-04T20:00:00Z').optional(),
  /** Where it is looked at: what is public there already is shown. Default: everywhere. */
  territory: Country.optional(),
});
export type RenderDraftInput = z.infer<typeof RenderDraftInput>;

type Deps = AsIfPublicDeps &
  CheckDeps & {
    now: () => number;
    readItem: (itemId: string) => Promise<Stored | undefined>;
    readArmed: () => Promise<ArmedRelease[]>;
    readSite: () => Promise<SiteRecord>;
    readManifest: (key: string | undefined) => Promise<SiteManifest>;
    /** Opens a site in which one item has data of its own, at a moment, with pictures that are shown for a while. */
    open: (manifest: SiteManifest, draft: Draft, now: number) => Promise<World>;
    render: (world: World, wanted: Wanted) => Promise<RenderedPage>;
    writeFile: (file: StoredFile) => Promise<void>;
    writeStatic: () => Promise<void>;
  };

/** Data that nobody has kept. */
export type Draft = { itemId: string; data: Record<string, unknown> };

/**
 * The real page of an item from data that is not kept, as it would be if it and what it refers to were public at a moment, and
 * everything that would keep it from being so. What has no page of its own is shown on the page that it belongs to.
 */
export const createRenderDraft = (deps: Deps) => {
  // Stylesheets of the colours of a picture: they never change under their names, and each is written once.
  const written = new Set<string>();
  return async ({
    id,
    data: given,
    locale,
    asOf,
    territory,
  }: RenderDraftInput): Promise<{ html: string; path?: string; locale: string; problems: Problem[] }> => {
    const now = asOf === undefined ? deps.now() : Date.parse(asOf);
    const [stored, { manifestKey }] = await Promise.all([deps.readItem(id), deps.readSite()]);
    const { writes: _, ...item } = existing(stored, id);
    const [data, live] = await Promise.all([
      checkData({ type: item.type, itemId: id }, given, deps),
      deps.readManifest(manifestKey),
    ]);
    const at = new Date(now).toISOString();
    const revision: Revision = { ...item, version: item.version + 1, data, by: item.updatedBy, at };
    const site = withoutPages(viewOf(live, territory));
    putItem(site, item, revision);
    // What it refers to keeps it back while that is not public, and is shown all the same.
    const alone = { ...site, items: { ...site.items } };
    const referred = await addReferred(deps, site, [revision]);
    const assets = await addAssets(deps, site, [revision, ...referred]);
    const draft = { itemId: id, data };
    const named = await deps.open(site, draft, now);
    if (!named.locales.includes(locale)) {
      throw new Refusal(
        400,
        'not-a-language',
        `The site has no pages in ${locale}; it has ${named.locales}.`,
        'locale',
      );
    }
    const scope: Scope = territory === undefined ? EVERYWHERE : { only: [territory] };
    const armed = await deps.readArmed();
    const problems = problemsOf({ item, revision, site: alone, assets, armed, scope, locales: named.locales, now });
    const isListed = site.items[id]?.slugs[locale] !== undefined || item.type === 'faq';
    nameIn(site, id, locale);
    const world = await deps.open(site, draft, now);
    const wanted = pageFor(world, id, locale);
    const { files } = await deps.render(world, wanted);
    const [page, ...others] = files;
    await deps.writeStatic();
    for (const file of others) {
      if (file.caching !== 'static' || written.has(file.key)) continue;
      await deps.writeFile(file);
      written.add(file.key);
    }
    const path = isListed || id === NAVIGATION_ID ? { path: wanted.path } : {};
    return { html: String(page?.body ?? ''), ...path, locale, problems };
  };
};

/** What has no name in a language yet is shown in it all the same. */
const nameIn = (site: SiteManifest, id: string, locale: string): void => {
  const item = site.items[id];
  if (item) site.items[id] = { ...item, slugs: { ...item.slugs, [locale]: item.slugs[locale] ?? id } };
};

/** The page of an item, else the one that shows it: questions stand together, and the navigation is around every page. */
const pageFor = (world: World, id: string, locale: string): Wanted => {
  const pages = wantedPages(world).filter((page) => page.locale === locale);
  const type = world.manifest.items[id]?.type;
  const home = world.navigation.home?.ref;
  const found =
    pages.find(({ itemId }) => itemId === id) ??
    (type === 'faq' ? pages.find(({ kind }) => kind === 'faq') : undefined) ??
    pages.find(({ kind, itemId }) => kind === 'home' || (home !== undefined && itemId === home));
  if (!found) throw new Refusal(409, 'no-page', `There is no page in ${locale} that shows ${id}.`, 'locale');
  return found;
};
