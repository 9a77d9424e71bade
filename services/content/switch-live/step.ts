import * as z from 'zod';
import type { SiteManifest } from '../site/manifest.ts';
import { siteChanges } from '../site/routes.ts';
import type { Prepared, SiteRecord } from '../store/site.ts';

export const SwitchLiveInput = z.strictObject({ publicationId: z.uuid(), version: z.int().positive() });
export type SwitchLiveInput = z.infer<typeof SwitchLiveInput>;

type Deps = {
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  routesTag: () => Promise<string>;
  writeRoutes: (entries: readonly (readonly [string, string])[], tag: string) => Promise<string>;
  finish: (next: Prepared) => Promise<boolean>;
};

/**
 * Switches the public to a version that is made: its addresses are written beside those that hold, then one key says that they do.
 * Says whether the publication is in it; where it is not, or where another execution was quicker, the workflow looks again.
 */
export const createSwitchLive =
  ({ readSite, readManifest, routesTag, writeRoutes, finish }: Deps) =>
  async ({ publicationId, version }: SwitchLiveInput): Promise<{ outcome: 'live' | 'again'; purge: string[] }> => {
    // Read before the turn is checked: whoever takes the turn after that writes, and then this tag is refused.
    const tag = await routesTag();
    const { next, turn, manifestKey } = await readSite();
    if (next?.version !== version || turn?.holder !== publicationId) return { outcome: 'again', purge: [] };
    const [before, after] = await Promise.all([readManifest(manifestKey), readManifest(next.manifestKey)]);
    const { routes, withdrawn } = siteChanges(before, after);
    const written = await writeRoutes(routes, tag);
    await writeRoutes([['live', `${version} ${after.locales.join(',')}`]], written);
    await finish(next);
    const included = next.publications.some((each) => each.publicationId === publicationId);
    return { outcome: included ? 'live' : 'again', purge: withdrawn };
  };
