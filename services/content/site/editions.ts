import type { Territory } from '../territories.ts';
import type { Edition, LivePage, SiteManifest } from './manifest.ts';
import { itemsIn } from './overlays.ts';

const entryOf = ({ editions = {} }: SiteManifest, territory: Territory): [string, Edition] | undefined =>
  Object.entries(editions).find(([, { territories }]) => territories.includes(territory));

/** What is the same everywhere but where it is something else. */
const overlaid = <Value>(
  base: Readonly<Record<string, Value>>,
  own: Readonly<Record<string, Value | null>> | undefined,
): Record<string, Value> => {
  const all: Record<string, Value> = { ...base };
  for (const [name, value] of Object.entries(own ?? {})) {
    if (value === null) delete all[name];
    else all[name] = value;
  }
  return all;
};

/** What a record has that another has not, or has otherwise; `null` for what it lacks. */
export const differing = <Value>(
  own: Readonly<Record<string, Value>>,
  base: Readonly<Record<string, Value>>,
  isSame: (one: Value, other: Value) => boolean = (one, other) => one === other,
): Record<string, Value | null> => {
  const found: Record<string, Value | null> = {};
  for (const [name, value] of Object.entries(own)) {
    const other = base[name];
    if (other === undefined || !isSame(value, other)) found[name] = value;
  }
  for (const name of Object.keys(base)) if (own[name] === undefined) found[name] = null;
  return found;
};

/** The site as those in a territory see it: a site like any other. Without a territory, as everybody sees it who is in none that is apart. */
export const viewOf = (manifest: SiteManifest, territory?: Territory): SiteManifest => {
  const { overlays: _, editions: __, ...base } = manifest;
  if (territory === undefined) return base;
  const edition = entryOf(manifest, territory)?.[1];
  return {
    ...base,
    seenIn: edition?.territories ?? [territory],
    items: itemsIn(manifest, territory),
    locales: edition?.locales ?? base.locales,
    pages: overlaid(base.pages, edition?.pages),
    files: overlaid(base.files, edition?.files),
    redirects: overlaid(base.redirects, edition?.redirects),
    gone: overlaid(base.gone, edition?.gone),
    knowledge: edition ? { ...edition.knowledge } : base.knowledge,
  };
};

/** Names for groups of territories: a group keeps the name under which its first member was known. */
export const namedGroups = (
  groups: readonly Territory[][],
  before: SiteManifest,
): { name: string; territories: Territory[] }[] => {
  const taken = new Set<string>();
  const kept = groups.map(([first = '']) => {
    const name = entryOf(before, first)?.[0];
    if (name === undefined || taken.has(name)) return undefined;
    taken.add(name);
    return name;
  });
  return groups.map((territories, index) => {
    let name = kept[index];
    for (let number = 1; name === undefined; number++) if (!taken.has(String(number))) name = String(number);
    taken.add(name);
    return { name, territories };
  });
};

/** Every page that anybody can see, with its path. */
export const pagesAnywhere = ({ pages, editions = {} }: SiteManifest): [string, LivePage][] => [
  ...Object.entries(pages),
  ...Object.values(editions).flatMap((edition) =>
    Object.entries(edition.pages).flatMap(([path, page]) => (page ? [[path, page] as [string, LivePage]] : [])),
  ),
];
