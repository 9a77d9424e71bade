import type { Publication } from './publication.ts';
import type { Release } from './release.ts';
import type { ReleasedWindow } from './release-scope.ts';
import type { SiteManifest } from './site/manifest.ts';
import type { SiteRecord } from './store/site.ts';

export type ReleasedDeps = {
  readPublication: (publicationId: string) => Promise<Publication | undefined>;
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
};

/** Reads the windows of a release that are live, each with the site as it was right before, and the site as it is. */
export const readReleased = async (
  { readPublication, readSite, readManifest }: ReleasedDeps,
  release: Release,
): Promise<{ windows: ReleasedWindow[]; now: SiteManifest }> => {
  const windows: ReleasedWindow[] = [];
  for (const window of release.windows) {
    if (window.state !== 'released' || !window.publicationId) continue;
    const publication = await readPublication(window.publicationId);
    if (!publication) continue;
    windows.push({ window, publication, before: await readManifest(publication.siteBefore) });
  }
  const { manifestKey } = await readSite();
  return { windows, now: await readManifest(manifestKey) };
};
