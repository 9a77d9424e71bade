import { type Scope, type Spread, spreadTo, type Territory } from '../territories.ts';
import type { LiveItem, SiteManifest, TerritorialItem } from './manifest.ts';

const NOTHING: TerritorialItem = { sequence: -1 };

/** Whether an item is public, and not only known to have been withdrawn. */
export const isLive = (state: TerritorialItem | undefined): state is LiveItem => state?.version !== undefined;

const isSame = (one: TerritorialItem, other: TerritorialItem): boolean => one.version === other.version;

/** What of an item is public where. */
export const spreadOf = (
  { items, withdrawn, overlays = {} }: Pick<SiteManifest, 'items' | 'withdrawn' | 'overlays'>,
  itemId: string,
): Spread<TerritorialItem> => {
  const sequence = withdrawn[itemId];
  const base = items[itemId] ?? (sequence === undefined ? undefined : { sequence });
  const territories = Object.entries(overlays).flatMap(([territory, own]) =>
    own[itemId] ? [[territory, own[itemId]] as const] : [],
  );
  return { ...(base ? { base } : {}), territories: Object.fromEntries(territories) };
};

/** What of an item is public in a territory. */
export const itemIn = (
  manifest: Pick<SiteManifest, 'items' | 'withdrawn' | 'overlays'>,
  itemId: string,
  territory?: Territory,
): TerritorialItem => {
  const { base = NOTHING, territories } = spreadOf(manifest, itemId);
  return (territory === undefined ? undefined : territories[territory]) ?? base;
};

type Changed = Pick<SiteManifest, 'items' | 'withdrawn'> & { overlays: NonNullable<SiteManifest['overlays']> };

/** Changes in place what of an item is public in a scope, where nothing that was asked for later holds. */
export const setItem = (manifest: Changed, itemId: string, scope: Scope, state: TerritorialItem): void => {
  const spread = spreadOf(manifest, itemId);
  // A version that is public somewhere is the same elsewhere, its dates included.
  const known = [spread.base, ...Object.values(spread.territories)].find((each) => isLive(each) && isSame(each, state));
  const wanted = known ? { ...known, sequence: state.sequence } : state;
  const { base, territories } = spreadTo(spread, scope, wanted, NOTHING, isSame);
  delete manifest.items[itemId];
  delete manifest.withdrawn[itemId];
  if (isLive(base)) manifest.items[itemId] = base;
  else if (base) manifest.withdrawn[itemId] = base.sequence;
  for (const own of Object.values(manifest.overlays)) delete own[itemId];
  for (const [territory, each] of Object.entries(territories)) {
    const own = manifest.overlays[territory] ?? {};
    own[itemId] = each;
    manifest.overlays[territory] = own;
  }
  for (const [territory, own] of Object.entries(manifest.overlays)) {
    if (Object.keys(own).length === 0) delete manifest.overlays[territory];
  }
};

/** What is to be seen in a territory and is something else than elsewhere, by item. */
const differences = ({ items, overlays = {} }: SiteManifest, territory: Territory): [string, TerritorialItem][] =>
  Object.entries(overlays[territory] ?? {})
    .filter(([itemId, { version }]) => version !== items[itemId]?.version)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** The items that are public in a territory. */
export const itemsIn = (manifest: SiteManifest, territory: Territory): SiteManifest['items'] => {
  const items = { ...manifest.items };
  for (const [itemId, state] of differences(manifest, territory)) {
    if (isLive(state)) items[itemId] = state;
    else delete items[itemId];
  }
  return items;
};

/** Territories that see something else than the others, those together that see the same; in an order that is always the same. */
export const territoriesApart = (manifest: SiteManifest): Territory[][] => {
  const apart = Object.keys(manifest.overlays ?? {})
    .sort()
    .map((territory) => ({ territory, seen: differences(manifest, territory) }))
    .filter(({ seen }) => seen.length > 0);
  const groups = Map.groupBy(apart, ({ seen }) =>
    JSON.stringify(seen.map(([id, { version }]) => [id, version ?? null])),
  );
  return [...groups.values()].map((group) => group.map(({ territory }) => territory));
};

/** Every item that is public anywhere, once for each version of it. */
export const itemsAnywhere = ({
  items,
  overlays = {},
}: Pick<SiteManifest, 'items' | 'overlays'>): [string, LiveItem][] => [
  ...Object.entries(items),
  ...Object.values(overlays).flatMap((own) =>
    Object.entries(own).flatMap(([itemId, state]) => (isLive(state) ? [[itemId, state] as [string, LiveItem]] : [])),
  ),
];
