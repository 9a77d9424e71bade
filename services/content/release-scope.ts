import type { Publication } from './publication.ts';
import type { Release, ReleaseWindow } from './release.ts';
import type { ReleasedPart } from './release-publication.ts';
import type { SiteManifest, TerritorialItem } from './site/manifest.ts';
import { itemIn, spreadOf } from './site/overlays.ts';
import { covers, type Scope, scopeOf, type Territory } from './territories.ts';

/** The places of a scope in which an item may be something of its own: everybody's, and territories by name. */
const placesOf = (scope: Scope, site: SiteManifest, itemId: string): { territory?: Territory; scope: Scope }[] => {
  if ('only' in scope) return scope.only.map((territory) => ({ territory, scope: { only: [territory] } }));
  const apart = Object.keys(spreadOf(site, itemId).territories).filter((territory) => covers(scope, territory));
  return [
    { scope: { except: [...scope.except, ...apart] } },
    ...apart.map((territory) => ({ territory, scope: { only: [territory] } })),
  ];
};

/** A window that is live, with what made it so and the site as it was right before. */
export type ReleasedWindow = {
  window: ReleaseWindow;
  publication: Publication;
  before: SiteManifest;
};

const sequenceOf = ({ items }: Publication, itemId: string): number | undefined =>
  items.find((item) => item.itemId === itemId)?.sequence;

/** Items of which something else was made public since a window of the release was, by whomever, anywhere in it. */
export const changedSince = (release: Release, windows: readonly ReleasedWindow[], now: SiteManifest): string[] =>
  release.items.flatMap(({ itemId }) => {
    const isChanged = windows.some(({ window, publication }) => {
      const sequence = sequenceOf(publication, itemId);
      if (sequence === undefined) return false;
      const places = placesOf(scopeOf(window, release.windows), now, itemId);
      return places.some(({ territory }) => isOther(itemIn(now, itemId, territory), sequence, windows, itemId));
    });
    return isChanged ? [itemId] : [];
  });

/** What this very release did later in another window is no change by others. */
const isOther = (
  { sequence }: TerritorialItem,
  own: number,
  windows: readonly ReleasedWindow[],
  itemId: string,
): boolean => sequence > own && !windows.some(({ publication }) => sequenceOf(publication, itemId) === sequence);

/** The way back: each item in each place of the windows as it was public there before, but for those that others have changed. */
export const partsBack = (
  release: Release,
  windows: readonly ReleasedWindow[],
  changed: readonly string[],
): ReleasedPart[] =>
  windows.flatMap(({ window, publication, before }) =>
    release.items
      .filter(({ itemId }) => !changed.includes(itemId) && sequenceOf(publication, itemId) !== undefined)
      .flatMap(({ itemId }) =>
        placesOf(scopeOf(window, release.windows), before, itemId).map(({ territory, scope }): ReleasedPart => {
          const { version } = itemIn(before, itemId, territory);
          return { itemId, scope, ...(version === undefined ? {} : { version }) };
        }),
      ),
  );
