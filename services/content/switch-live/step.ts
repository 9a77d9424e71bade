import * as z from 'zod';
import type { SiteManifest } from '../site/manifest.ts';
import { liveValue, siteChanges } from '../site/routes.ts';
import type { Prepared, SiteRecord } from '../store/site.ts';

export const SwitchLiveInput = z.strictObject({ publicationId: z.uuid(), version: z.int().positive() });
export type SwitchLiveInput = z.infer<typeof SwitchLiveInput>;

type Deps = {
  readSite: () => Promise<SiteRecord>;
  readManifest: (key: string | undefined) => Promise<SiteManifest>;
  routesTag: () => Promise<string>;
  writeRoutes: (entries: readonly (readonly [string, string])[], tag: string) => Promise<string>;
  /** Notes what is live now, and in the place of which version. */
  finish: (next: Prepared, before: string | undefined) => Promise<boolean>;
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
    await writeRoutes([['live', liveValue(after)]], written);
    await finish(next, manifestKey);
    const included = next.publications.some((each) => each.publicationId === publicationId);
    return { outcome: included ? 'live' : 'again', purge: withdrawn };
  };
