import { differing, viewOf } from './editions.ts';
import type { SiteManifest } from './manifest.ts';

/** Longest path that the edge can hold, in bytes: a key has 512, and begins with the name of its edition. */
const DEEPEST = 504;

/**
 * What the edge does with an address: `=key` serves an object, `>path` leads on, `x` says that it is gone, `+` opens the renditions
 * of a content. An address without a target is not found; `-` says so in an edition, where everybody else has a target.
 */
export type Target = string;

/** Assets that a page shows: as long as one does, their renditions are open to the public. */
export const shownAssets = ({ pages }: SiteManifest): Set<string> => {
  const shown = new Set<string>();
  for (const { shows } of Object.values(pages)) {
    for (const [name, state] of Object.entries(shows)) {
      if (state !== '' && name.startsWith('asset|')) shown.add(name.slice('asset|'.length));
    }
  }
  return shown;
};

/** Every address of a version of the site. */
export const routesOf = (manifest: SiteManifest): Map<string, Target> => {
  const routes = new Map<string, Target>();
  for (const path of Object.keys(manifest.gone)) routes.set(path, 'x');
  for (const [path, to] of Object.entries(manifest.redirects)) routes.set(path, `>${to}`);
  for (const [path, key] of Object.entries(manifest.files)) routes.set(path, `=${key}`);
  for (const [path, { key, files }] of Object.entries(manifest.pages)) {
    routes.set(path, `=${key}`);
    for (const [file, fileKey] of Object.entries(files)) routes.set(file, `=${fileKey}`);
  }
  for (const assetId of shownAssets(manifest)) {
    const contentId = manifest.assets[assetId]?.contentId;
    if (contentId !== undefined) routes.set(`media/${contentId}`, '+');
  }
  for (const path of routes.keys()) {
    if (Buffer.byteLength(path) > DEEPEST) throw new RangeError(`The address ${path} is longer than ${DEEPEST} bytes.`);
  }
  return routes;
};

/** Above so many, all of it is cleared from the caches at once. */
const MOST_PURGED = 50;

export type SiteChanges = {
  /**
   * What has to be written so that the edge knows a version besides the one before: each address with both of its targets, each
   * after the version from which on it holds. Which of them holds is said by the key `live` alone.
   */
  routes: [string, string][];
  /** What the public could load at one version and cannot at the next, as paths that the CDN clears from its caches. */
  withdrawn: string[];
};

/** What of the edge is different between two versions of the site. */
export const siteChanges = (before: SiteManifest, after: SiteManifest): SiteChanges => {
  const names = new Set([...Object.keys(before.editions ?? {}), ...Object.keys(after.editions ?? {})]);
  const [old, next] = [routesOf(viewOf(before)), routesOf(viewOf(after))];
  const routes = routeChanges(old, next, after.version);
  for (const name of names) {
    const changes = routeChanges(editionRoutes(before, name, old), editionRoutes(after, name, next), after.version);
    routes.push(...changes.map(([path, value]): [string, string] => [`${name}:${path}`, value]));
  }
  return { routes, withdrawn: withdrawnFiles(seenAnywhere(before, after), seenAnywhere(after, before)) };
};

/** The most that a value of the edge's store holds, in bytes. */
const LARGEST = 1024;

/**
 * What the key `live` says: the version, the languages of the site, and of each edition its name, its territories one behind the
 * other and its languages where they are others. Throws `RangeError` where that is more than the edge can hold.
 */
export const liveValue = ({ version, locales, editions = {} }: SiteManifest): string => {
  const languages = locales.join();
  const apart = Object.entries(editions).map(([name, edition]) => {
    const own = edition.locales.join();
    return `${name}|${edition.territories.join('')}${own === languages ? '' : `|${own}`}`;
  });
  const value = [version, languages, ...apart].join(' ');
  if (value.length <= LARGEST) return value;
  throw new RangeError(
    `The site is different in too many territories: the edge holds ${LARGEST} bytes of their names.`,
  );
};

type Routes = ReadonlyMap<string, Target>;

/** The addresses of an edition that are not what they are for everybody. */
const editionRoutes = (manifest: SiteManifest, name: string, base: Routes): Routes => {
  const [territory] = manifest.editions?.[name]?.territories ?? [];
  if (territory === undefined) return new Map();
  const own = Object.fromEntries(routesOf(viewOf(manifest, territory)));
  return new Map(
    Object.entries(differing(own, Object.fromEntries(base))).map(([path, target]) => [path, target ?? '-']),
  );
};

/** Where addresses lead, as it is seen by everybody and by those in each territory that is apart at one of two versions. */
const seenAnywhere = (manifest: SiteManifest, other: SiteManifest): Routes[] => {
  const apart = [manifest, other].flatMap(({ editions = {} }) =>
    Object.values(editions).flatMap(({ territories }) => territories),
  );
  const known = new Map<string | undefined, Routes>();
  const nameOf = (territory: string): string | undefined =>
    Object.entries(manifest.editions ?? {}).find(([, { territories }]) => territories.includes(territory))?.[0];
  return [undefined, ...[...new Set(apart)].sort()].map((territory) => {
    const name = territory === undefined ? undefined : nameOf(territory);
    const routes = known.get(name) ?? routesOf(viewOf(manifest, name === undefined ? undefined : territory));
    known.set(name, routes);
    return routes;
  });
};

const routeChanges = (old: Routes, next: Routes, version: number): [string, string][] => {
  const changes: [string, string][] = [];
  for (const path of new Set([...old.keys(), ...next.keys()])) {
    const [was = '', is = ''] = [old.get(path), next.get(path)];
    if (was !== is) changes.push([path, `0 ${was}\n${version} ${is}`]);
  }
  return changes;
};

/** What was to be had somewhere and is nowhere any more; the router leads nobody there who may not go there. */
const withdrawnFiles = (before: readonly Routes[], after: readonly Routes[]): string[] => {
  const kept = new Set(after.flatMap((routes) => [...routes.values()]));
  const open = new Set(
    after.flatMap((routes) => [...routes].flatMap(([path, target]) => (target === '+' ? [path] : []))),
  );
  const purged = new Set<string>();
  before.forEach((old, index) => {
    for (const [path, target] of old) {
      const still = after[index]?.get(path);
      if (target === '+' && !open.has(path)) purged.add(`/${path}/*`);
      // A page that another one has replaced lies under a key to which nothing leads any more.
      if (target.startsWith('=') && !still?.startsWith('=') && !kept.has(target)) purged.add(`/${target.slice(1)}`);
    }
  });
  return purged.size > MOST_PURGED ? ['/*'] : [...purged];
};
