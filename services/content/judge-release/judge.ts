import { assetIdsIn } from '../../shared/asset-uses.ts';
import type { ArmedRelease } from '../embargo.ts';
import { type ItemRecord, type ItemState, type Problem, type Revision, stateOf } from '../item.ts';
import type { ContentType } from '../model/item.ts';
import { namesOf } from '../model/item.ts';
import { textIn } from '../model/text.ts';
import { isWaiting, problemsOf } from '../plan-publication/check.ts';
import { armedOf, type Release, type ReleaseWindow } from '../release.ts';
import { liveAsset } from '../site/assets.ts';
import { viewOf } from '../site/editions.ts';
import { wantedPages } from '../site/expected.ts';
import { liveItem } from '../site/live-item.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { withPlan } from '../site/plan.ts';
import type { World } from '../site/world.ts';
import type { AssetRecord } from '../store/assets.ts';
import type { Stored } from '../store/items.ts';
import type { SiteRecord } from '../store/site.ts';
import { type Scope, scopeOf } from '../territories.ts';
import { linksIn, ownPath } from './links.ts';
import { missingTexts } from './missing-texts.ts';

/** `blocking` keeps it from being released, `waiting` may pass by itself, `advice` is for people to weigh. */
export type ReadinessProblem = Problem & { severity: 'blocking' | 'waiting' | 'advice' };

export type Readiness = {
  ready: boolean;
  items: { itemId: string; name: string; type: ContentType; state: ItemState; problems: ReadinessProblem[] }[];
  assets: {
    assetId: string;
    fileName: string;
    state: string;
    renditions?: { ready: number; total: number };
    problems: ReadinessProblem[];
  }[];
  /** `checked` is false of links to other sites. */
  links: { itemId: string; field: string; url: string; ok: boolean; checked: boolean; problem?: string }[];
  windows: { windowId: string; problems: ReadinessProblem[] }[];
};

export type JudgeDeps = {
  now: () => number;
  origin: string;
  readItems: (itemIds: readonly string[]) => Promise<Map<string, Stored>>;
  readRevisions: (wanted: readonly { itemId: string; version: number }[]) => Promise<Revision[]>;
  readAssets: (assetIds: readonly string[]) => Promise<Map<string, AssetRecord>>;
  /** How many renditions of a content are ready, of those that there are to be. */
  countRenditions: (contentId: string) => Promise<{ ready: number; total: number } | undefined>;
  readArmed: () => Promise<ArmedRelease[]>;
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  open: (manifest: SiteManifest, more?: { now: number }) => Promise<World>;
};

type Member = { item: ItemRecord; revision: Revision };

/** What an item of a release is at its moments: the version that is named, that was decided on, else the newest. */
export const versionIn = (release: Release, { itemId, version }: { itemId: string; version: number }): number =>
  release.items.find((each) => each.itemId === itemId)?.version ?? release.armedVersions?.[itemId] ?? version;

/** Reads the items of a release with the data that becomes public. */
export const readMembers = async (
  { readItems, readRevisions }: Pick<JudgeDeps, 'readItems' | 'readRevisions'>,
  release: Release,
): Promise<Member[]> => {
  const items = await readItems(release.items.map(({ itemId }) => itemId));
  const wanted = [...items.values()].map((item) => ({ itemId: item.itemId, version: versionIn(release, item) }));
  const revisions = new Map((await readRevisions(wanted)).map((revision) => [revision.itemId, revision]));
  return release.items.flatMap(({ itemId }) => {
    const [item, revision] = [items.get(itemId), revisions.get(itemId)];
    return item && revision ? [{ item, revision }] : [];
  });
};

/** The site with one window of a release in it. */
export const withWindow = (
  site: SiteManifest,
  members: readonly Member[],
  assets: ReadonlyMap<string, AssetRecord>,
  scope: Scope,
  armed: readonly ArmedRelease[],
  instant: string,
): SiteManifest => {
  const live = [...assets.values()].flatMap((record) => {
    const asset = liveAsset(record, armed);
    return asset ? [[record.assetId, asset] as const] : [];
  });
  const items = members.map(({ item, revision }) => ({
    itemId: item.itemId,
    state: liveItem(item, revision, item.sequence + 1, instant),
    scope,
  }));
  return withPlan(site, { items, assets: Object.fromEntries(live) });
};

/** The order in which windows come. */
export const inTime = (windows: readonly ReleaseWindow[]): ReleaseWindow[] =>
  [...windows].sort((one, other) => (one.instant < other.instant ? -1 : one.instant > other.instant ? 1 : 0));

/** Says of everything in a release whether it is fit to be public, as of the moment of each of its windows. */
export const createJudge =
  (deps: JudgeDeps) =>
  async (release: Release): Promise<Readiness> => {
    const [members, { manifestKey }, armed] = await Promise.all([
      readMembers(deps, release),
      deps.readSite(),
      deps.readArmed(),
    ]);
    const before = await deps.readManifest(manifestKey);
    const others = armed.filter(({ releaseId }) => releaseId !== release.releaseId);
    const shown = members.flatMap(({ revision }) => assetIdsIn(revision.data));
    const assets = await deps.readAssets([...shown, ...release.assets]);
    const holding = [...others, armedOf(release)];
    const found = new Map<string, ReadinessProblem[]>(members.map(({ item }) => [item.itemId, []]));
    const links: Readiness['links'] = [];
    const moments = inTime(release.windows);
    const windows = moments.length > 0 ? moments : [undefined];
    let site = before;
    for (const window of windows) {
      const scope: Scope = window ? scopeOf(window, release.windows) : { except: [] };
      const now = window ? Date.parse(window.instant) : deps.now();
      const holds = window ? holding : others;
      site = withWindow(site, members, assets, scope, holds, new Date(now).toISOString());
      const seen = viewOf(site, 'only' in scope ? scope.only[0] : undefined);
      const world = await deps.open(seen, { now });
      const { locales } = world;
      for (const { item, revision } of members) {
        const checked = { item, revision, site: seen, assets, armed: holds, scope, locales, now };
        const problems = problemsOf(checked).map((problem): ReadinessProblem => {
          return { ...problem, severity: isWaiting(checked, problem) ? 'waiting' : 'blocking' };
        });
        add(found.get(item.itemId) ?? [], [...problems, ...untranslated({ item, revision }, locales)]);
      }
      if (links.length === 0) links.push(...linksOf(members, world, deps.origin));
    }
    const judged = {
      items: members.map(({ item, revision }) => {
        const { itemId, type } = item;
        return {
          itemId,
          name: nameOf({ item, revision }),
          type,
          state: stateOf(item),
          problems: found.get(itemId) ?? [],
        };
      }),
      assets: await judgeAssets(deps, [...new Set([...shown, ...release.assets])], assets, release),
      links,
      windows: release.windows.map((window) => ({
        windowId: window.windowId,
        problems: judgeWindow(window, release, others),
      })),
    };
    const all = [...judged.items, ...judged.assets, ...judged.windows].flatMap(({ problems }) => problems);
    const hasAll = release.items.length > 0 && release.windows.length > 0;
    const ready = hasAll && all.every(({ severity }) => severity === 'advice') && links.every(({ ok }) => ok);
    return { ready, ...judged };
  };

/** The same at several moments is told once. */
const add = (known: ReadinessProblem[], more: readonly ReadinessProblem[]): void => {
  for (const problem of more)
    if (!known.some(({ field, message }) => field === problem.field && message === problem.message))
      known.push(problem);
};

const nameOf = ({ item, revision }: Member): string =>
  textIn(namesOf(item.type, revision.data), 'en', 'en') ?? item.itemId;

const untranslated = (member: Member, locales: readonly string[]): ReadinessProblem[] =>
  missingTexts(member.revision.data, locales).map(({ field, locale }) => ({
    ...{ itemId: member.item.itemId, name: nameOf(member), field: `${field}.${locale}` },
    message: `There is no ${field} in ${locale}; another language stands in for it.`,
    ...{ remedy: `Write it in ${locale}.`, severity: 'advice' },
  }));

const linksOf = (members: readonly Member[], world: World, origin: string): Readiness['links'] => {
  const { manifest } = world;
  const known = new Set([
    ...wantedPages(world).map(({ path }) => path),
    ...[manifest.redirects, manifest.files].flatMap((paths) => Object.keys(paths)),
  ]);
  return members.flatMap(({ item: { itemId }, revision }) =>
    linksIn(revision.data).map(({ field, url }) => {
      const path = ownPath(url, origin);
      if (path === undefined) return { itemId, field, url, ok: true, checked: false };
      const ok = [path, `${path}/`].some((each) => known.has(each)) || /^\/(media|site)\//.test(path);
      const problem = ok ? {} : { problem: `Nothing will be public at ${path}.` };
      return { itemId, field, url, ok, checked: true, ...problem };
    }),
  );
};

const WAITING = new Set(['uploading', 'checking', 'processing']);

const judgeAssets = (
  { countRenditions }: JudgeDeps,
  ids: readonly string[],
  assets: ReadonlyMap<string, AssetRecord>,
  release: Release,
): Promise<Readiness['assets']> =>
  Promise.all(
    ids.map(async (assetId) => {
      const asset = assets.get(assetId);
      const { fileName = assetId, state = 'removed', contentId } = asset ?? {};
      const renditions = contentId ? await countRenditions(contentId) : undefined;
      const tell = (message: string, remedy: string, severity: ReadinessProblem['severity']): ReadinessProblem => ({
        ...{ itemId: '', name: fileName, field: 'assets', message, remedy, severity },
      });
      const problems: ReadinessProblem[] = [];
      // What an item shows and has not is told by the item, which may name something that stands in for it.
      const isNamed = release.assets.includes(assetId);
      if (WAITING.has(state)) problems.push(tell(`The file ${fileName} is not ready yet.`, 'Wait for it.', 'waiting'));
      else if (!liveAsset(asset))
        problems.push(
          tell(`The file ${fileName} is ${state}.`, 'Choose another file.', isNamed ? 'blocking' : 'advice'),
        );
      else if (renditions && renditions.ready < renditions.total) {
        const missing = `${renditions.total - renditions.ready} of ${renditions.total} renditions of ${fileName} are missing.`;
        problems.push(tell(missing, 'Have them made again.', 'advice'));
      }
      return { assetId, fileName, state, ...(renditions ? { renditions } : {}), problems };
    }),
  );

const judgeWindow = (
  { territories }: ReleaseWindow,
  release: Release,
  others: readonly ArmedRelease[],
): ReadinessProblem[] => {
  const ids = new Set(release.items.map(({ itemId }) => itemId));
  return others.flatMap(({ name, items }) =>
    items
      .filter(({ itemId }) => ids.has(itemId))
      .map(({ itemId }): ReadinessProblem => {
        const message = `${itemId} is part of the release “${name}” too, which is scheduled; in ${territories.join(', ')} both decide when it opens.`;
        const remedy = 'Take it out of one of them.';
        return { itemId, name: release.name, field: 'items', message, remedy, severity: 'advice' };
      }),
  );
};
