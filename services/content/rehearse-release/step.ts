import * as z from 'zod';
import { signedQuery } from '../../shared/signed-link.ts';
import type { Problem } from '../item.ts';
import { inTime, readMembers } from '../judge-release/judge.ts';
import { problemsOf } from '../plan-publication/check.ts';
import { previewKey, previewPath } from '../previews.ts';
import { momentsKey, type Rehearsal, type RehearsedMoment, type RehearsedPage } from '../rehearsal.ts';
import type { Release } from '../release.ts';
import { existingRelease } from '../release-changing.ts';
import type { PageDocument } from '../site/documents.ts';
import { viewOf } from '../site/editions.ts';
import { type Wanted, wantedPages } from '../site/expected.ts';
import { knowledgeFile } from '../site/indexes.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { currentPages } from '../site/outdated.ts';
import type { RenderedPage } from '../site/render-page.ts';
import type { World } from '../site/world.ts';
import { documentsBefore } from '../site/write-site.ts';
import type { StoredFile } from '../store/pages.ts';
import type { SiteRecord } from '../store/site.ts';
import { ELSEWHERE, scopeOf, type Territory } from '../territories.ts';
import { type DueDeps, readDue } from './due.ts';

export const RehearseReleaseInput = z.strictObject({ releaseId: z.uuid(), rehearsalId: z.uuid() });
export type RehearseReleaseInput = z.infer<typeof RehearseReleaseInput>;

/** There is no such rehearsal. Terminal. */
export class RehearsalMissingError extends Error {
  override name = 'RehearsalMissingError';
}

type Deps = DueDeps & {
  origin: string;
  signingKey: () => Promise<string>;
  readRehearsal: (releaseId: string, rehearsalId: string) => Promise<Rehearsal | undefined>;
  writeRehearsal: (rehearsal: Rehearsal) => Promise<void>;
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  readJson: <Value>(key: string) => Promise<Value>;
  writeJson: (key: string, value: unknown) => Promise<void>;
  writeFile: (file: StoredFile) => Promise<void>;
  writeStatic: () => Promise<void>;
  /** Opens a site as of a moment, with pictures that are shown until another. */
  open: (manifest: SiteManifest, now: number, until: number) => Promise<World>;
  render: (world: World, wanted: Wanted, preview: { until: string }) => Promise<RenderedPage>;
};

/** The most pages that are made for a moment: those of the release first. */
const MOST_PAGES = 200;
const MINUTE = 60_000;

type Moment = Pick<RehearsedMoment, 'momentId' | 'label' | 'windowId' | 'instant' | 'territory'>;

/**
 * Makes the site as it will be right before the first window of a release, at each of them and a minute after the last, with all
 * that is scheduled by then: the pages that will be others than now, and what the chatbot will know. Once more makes the same.
 */
export const createRehearseRelease =
  (deps: Deps) =>
  async ({ releaseId, rehearsalId }: RehearseReleaseInput): Promise<{ moments: number }> => {
    const rehearsal = await deps.readRehearsal(releaseId, rehearsalId);
    if (!rehearsal) throw new RehearsalMissingError(`The release ${releaseId} has no rehearsal ${rehearsalId}.`);
    const release = existingRelease(await deps.readRelease(releaseId), releaseId);
    const due = await readDue(deps, release);
    const { manifestKey } = await deps.readSite();
    const live = await deps.readManifest(manifestKey);
    await deps.writeStatic();
    const moments: RehearsedMoment[] = [];
    for (const moment of momentsOf(release, rehearsal.territory)) {
      const site = due.siteAt(live, Date.parse(moment.instant));
      moments.push(await rehearse(deps, { rehearsal, release, moment, site, live, due }));
    }
    await deps.writeJson(momentsKey(rehearsalId), moments);
    await deps.writeRehearsal({ ...rehearsal, state: 'done' });
    return { moments: moments.length };
  };

const momentsOf = ({ windows }: Release, territory: Territory | undefined): Moment[] => {
  const ordered = inTime(windows);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  const at = (instant: string, by: number): string => new Date(Date.parse(instant) + by).toISOString();
  const seen = (own: Territory | undefined): { territory?: Territory } => {
    const place = territory ?? (own === ELSEWHERE ? undefined : own);
    return place === undefined ? {} : { territory: place };
  };
  return [
    { momentId: 'm0', label: 'before', instant: at(first.instant, -1), ...seen(first.territories[0]) },
    ...ordered.map(({ windowId, instant, territories }, index): Moment => {
      return { momentId: `m${index + 1}`, label: 'at', windowId, instant, ...seen(territories[0]) };
    }),
    {
      momentId: `m${ordered.length + 1}`,
      label: 'after',
      instant: at(last.instant, MINUTE),
      ...seen(last.territories[0]),
    },
  ];
};

type Rehearsing = {
  rehearsal: Rehearsal;
  release: Release;
  moment: Moment;
  site: SiteManifest;
  live: SiteManifest;
  due: Awaited<ReturnType<typeof readDue>>;
};

type Shown = { wanted: Wanted; change: RehearsedPage['change'] };

const rehearse = async (deps: Deps, rehearsing: Rehearsing): Promise<RehearsedMoment> => {
  const { rehearsal, release, moment, site, live } = rehearsing;
  const { rehearsalId, expiresAt } = rehearsal;
  const until = Date.parse(expiresAt);
  const now = viewOf(live, moment.territory);
  const world = await deps.open(viewOf(site, moment.territory), Date.parse(moment.instant), until);
  const wanted = wantedPages(world).filter(({ path }) => path.startsWith('/'));
  const own = new Set(release.items.map(({ itemId }) => itemId));
  const isCurrent = currentPages(world);
  const shown = wanted
    .map((page): Shown => {
      const before = now.pages[page.path];
      return { wanted: page, change: !before ? 'new' : isCurrent(page, before) ? 'same' : 'changed' };
    })
    .filter(({ wanted: { itemId }, change }) => change !== 'same' || own.has(itemId ?? ''))
    .sort((one, other) => Number(own.has(other.wanted.itemId ?? '')) - Number(own.has(one.wanted.itemId ?? '')));
  const key = await deps.signingKey();
  const made = shown.slice(0, MOST_PAGES);
  const links = new Map(
    made.map(({ wanted: { path, locale } }, index) => {
      const place = previewPath(rehearsalId, index + 1, `${moment.momentId}-${locale}`);
      return [path, `/${place}/?${signedQuery(key, place, until)}`];
    }),
  );
  const documents = new Map<string, PageDocument | null>();
  const pages: RehearsedPage[] = [];
  for (const [index, { wanted: page, change }] of made.entries()) {
    const { files, document } = await deps.render(world, page, { until: expiresAt });
    const [html, ...others] = files;
    for (const file of others) if (file.caching === 'static') await deps.writeFile(file);
    if (!html) continue;
    const body = withLinks(String(html.body), links);
    const place = previewKey(rehearsalId, index + 1, `${moment.momentId}-${page.locale}`);
    await deps.writeFile({ ...html, body, key: place, caching: 'private' });
    documents.set(page.path, document ?? null);
    const link = links.get(page.path);
    pages.push({
      ...{ path: page.path, locale: page.locale, title: titleOf(body), change },
      ...(link ? { link: deps.origin + link } : {}),
    });
  }
  const there = new Set(wanted.map(({ path }) => path));
  for (const [path, { locale }] of Object.entries(now.pages)) {
    if (!path.startsWith('/') || there.has(path)) continue;
    documents.set(path, null);
    pages.push({ path, locale, title: path, change: 'gone' });
  }
  const knowledge = await writeKnowledge(deps, rehearsing, world, documents);
  const problems = await problemsAt(deps, rehearsing, world);
  const left = shown.length - made.length;
  const cut: Problem[] =
    left > 0
      ? [{ itemId: '', name: '', field: '', message: `${left} more pages change.`, remedy: 'Look at them as drafts.' }]
      : [];
  return { ...moment, pages, knowledge, problems: [...problems, ...cut] };
};

/** Links between pages that are rehearsed lead to one another; all others stay as they are. */
const withLinks = (html: string, links: ReadonlyMap<string, string>): string =>
  html.replace(/href="([^"]+)"/g, (whole, path: string) => {
    const link = links.get(path);
    return link ? `href="${link.replaceAll('&', '&amp;')}"` : whole;
  });

const titleOf = (html: string): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

const writeKnowledge = async (
  deps: Deps,
  { rehearsal, moment, live }: Rehearsing,
  world: World,
  made: ReadonlyMap<string, PageDocument | null>,
): Promise<RehearsedMoment['knowledge']> => {
  const keys: { locale: string; key: string }[] = [];
  for (const locale of world.locales) {
    const known = await documentsBefore(deps, live, moment.territory ? [moment.territory] : [], locale);
    const documents = { ...known };
    for (const [path, document] of made) {
      if (document && document.entry.path === path && localeOf(world, path) === locale) documents[path] = document;
      else delete documents[path];
    }
    const file = await knowledgeFile(world, locale, documents);
    const key = `rehearsals/${rehearsal.rehearsalId}/${moment.momentId}-${locale}.json`;
    await deps.writeFile({ ...file, key });
    keys.push({ locale, key });
  }
  return keys;
};

const localeOf = (world: World, path: string): string => {
  const [, first = ''] = path.split('/');
  return world.locales.includes(first) && first !== world.defaultLocale ? first : world.defaultLocale;
};

/** What will keep the items of the release from being public at its window. */
const problemsAt = async (deps: Deps, { release, moment, due }: Rehearsing, world: World): Promise<Problem[]> => {
  const window = release.windows.find(({ windowId }) => windowId === moment.windowId);
  if (!window) return [];
  const scope = scopeOf(window, release.windows);
  const members = await readMembers(deps, release);
  const { manifest: site, locales } = world;
  return members.flatMap((member) =>
    problemsOf({
      ...member,
      site,
      assets: due.assets,
      armed: due.holding,
      scope,
      locales,
      now: Date.parse(moment.instant),
    }),
  );
};
