import { viewOf } from './editions.ts';
import { type Wanted, wantedPages } from './expected.ts';
import { stateOfShown } from './look.ts';
import type { LivePage, SiteManifest } from './manifest.ts';
import { currentPages } from './outdated.ts';
import { territoriesApart } from './overlays.ts';
import type { PlannedPage } from './plan.ts';
import type { World } from './world.ts';

/**
 * The pages that have to be made for territories that see something else than everybody, beside those that everybody gets. What
 * this misses is made when the version is put together.
 */
export const pagesApart = async (
  open: (manifest: SiteManifest) => Promise<World>,
  site: SiteManifest,
  everybodys: World,
): Promise<PlannedPage[]> => {
  const wanted = new Map(wantedPages(everybodys).map((page) => [page.path, page]));
  const isCurrentThere = currentPages(everybodys);
  const found: PlannedPage[] = [];
  for (const [territory = ''] of territoriesApart(site)) {
    const world = await open(viewOf(site, territory));
    const isCurrent = currentPages(world);
    const alike = (page: Wanted): boolean => {
      const general = wanted.get(page.path);
      if (!general || general.itemId !== page.itemId || general.kind !== page.kind) return false;
      const before: LivePage | undefined = site.pages[page.path];
      const names = before ? Object.keys(before.shows) : page.itemId ? [`item|${page.itemId}`] : [];
      if (isCurrentThere(general, before)) return false;
      // It is made for everybody; where it shows only what is the same here, that one will do.
      return names.every((name) => stateOfShown(world, name) === stateOfShown(everybodys, name));
    };
    for (const page of wantedPages(world)) {
      const known = [site.pages[page.path], world.manifest.pages[page.path]];
      if (!known.some((each) => isCurrent(page, each)) && !alike(page)) found.push({ ...page, territory });
    }
  }
  return found;
};
