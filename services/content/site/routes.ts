import type { SiteManifest } from './manifest.ts';

/** Longest path that the edge can hold, in bytes: a key has 512. */
const DEEPEST = 512;

/**
 * What the edge does with an address: `=key` serves an object, `>path` leads on, `x` says that it is gone, `+` opens the renditions
 * of a content. An address without a target is not found.
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
  const [old, next] = [routesOf(before), routesOf(after)];
  return { routes: routeChanges(old, next, after.version), withdrawn: withdrawnFiles(old, next) };
};

type Routes = ReadonlyMap<string, Target>;

const routeChanges = (old: Routes, next: Routes, version: number): [string, string][] => {
  const changes: [string, string][] = [];
  for (const path of new Set([...old.keys(), ...next.keys()])) {
    const [was = '', is = ''] = [old.get(path), next.get(path)];
    if (was !== is) changes.push([path, `0 ${was}\n${version} ${is}`]);
  }
  return changes;
};

const withdrawnFiles = (old: Routes, next: Routes): string[] => {
  const kept = new Set(next.values());
  const purged = new Set<string>();
  for (const [path, target] of old) {
    const still = next.get(path);
    if (target === '+' && still !== '+') purged.add(`/${path}/*`);
    // A page that another one has replaced lies under a key to which nothing leads any more.
    if (target.startsWith('=') && !still?.startsWith('=') && !kept.has(target)) purged.add(`/${target.slice(1)}`);
  }
  return purged.size > MOST_PURGED ? ['/*'] : [...purged];
};
