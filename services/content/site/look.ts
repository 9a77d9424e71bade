import { createHash } from 'node:crypto';
import type { Picture } from '@marquee/site/picture.ts';
import { isOpen, opensAt } from '../embargo.ts';
import type { ContentType, DataOf } from '../model/item.ts';
import type { AssetReference } from '../model/reference.ts';
import { type Locale, type Localised, textIn } from '../model/text.ts';
import type { LiveAsset, LiveItem, SiteManifest } from './manifest.ts';
import { itemPath, type LiveData, type World } from './world.ts';

/** How one page sees the site: in its language, and noting everything that it shows. */
export type Look = ReturnType<typeof createLook>;

type Listed = { ids: readonly string[]; digest: string };

/** Lists of a version's items, each made once: a large site asks for the same ones on every page. */
const lists = new WeakMap<SiteManifest['items'], Map<string, Listed>>();

const digest = (ids: readonly string[]): string =>
  createHash('sha1').update(ids.join()).digest('base64url').slice(0, 12);

const listOf = ({ items }: SiteManifest, type: ContentType, about?: string): Listed => {
  const known = lists.get(items) ?? new Map<string, Listed>();
  lists.set(items, known);
  const name = `${type}|${about ?? ''}`;
  const found = known.get(name);
  if (found) return found;
  const ids = Object.entries(items)
    .filter(([, item]) => item.type === type && (about === undefined || item.about === about))
    .sort(([a, one], [b, other]) => one.order - other.order || compare(other.dated, one.dated) || compare(a, b))
    .map(([itemId]) => itemId);
  const made = { ids, digest: digest(ids) };
  known.set(name, made);
  return made;
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Ids of the items of a type, or only of those about a title: lower order first, then the newest. */
export const listed = (manifest: SiteManifest, type: ContentType, about?: string): string[] => [
  ...listOf(manifest, type, about).ids,
];

/** In an order of its own: the table gives the languages of a text in any. */
const artState = (art: AssetReference | undefined): string =>
  art ? digest([art.asset, art.fallback ?? '', ...Object.entries(art.alt).sort().flat()]) : '';

/** The same version is another one with another date: it has one from when it was first asked for. */
const itemState = (item: LiveItem | undefined): string =>
  item ? [item.version, item.dated, item.modified].join(' ') : '';

/** Territories that see a world; those that nobody names where it is everybody's. */
const seenBy = ({ manifest: { seenIn } }: World): readonly (string | undefined)[] => seenIn ?? [undefined];

/** An asset that everybody who sees this world may see. */
const openAsset = (world: World, assetId: string): LiveAsset | undefined => {
  const asset = world.manifest.assets[assetId];
  const isShown = seenBy(world).every((territory) => isOpen(asset?.embargoes ?? [], territory, world.now));
  return isShown ? asset : undefined;
};

/** When an asset that is held back may be shown, where that is known. */
const assetOpens = (world: World, assetId: string): number | undefined => {
  const { embargoes = [] } = world.manifest.assets[assetId] ?? {};
  const moments = seenBy(world).flatMap((territory) => embargoes.map((embargo) => opensAt(embargo, territory)));
  const last = Math.max(...moments);
  return Number.isFinite(last) && last > world.now ? last : undefined;
};

/** The state of something that a page shows, by the name under which the page notes it. */
export const stateOfShown = (world: World, name: string): string => {
  const [kind, id = '', about = '', locale = ''] = name.split('|');
  const { manifest } = world;
  if (kind === 'item') return itemState(manifest.items[id]);
  if (kind === 'name') return textIn(manifest.items[id]?.names, about, world.defaultLocale) ?? '';
  if (kind === 'art') return artState(manifest.items[id]?.art);
  if (kind === 'asset') return openAsset(world, id)?.manifestKey ?? '';
  if (kind === 'list') return listOf(manifest, id as ContentType, about === '' ? undefined : about).digest;
  if (kind === 'path') return itemPath(world, id, about) ?? '';
  if (kind === 'until') return world.now >= Date.parse(id) ? 'past' : '';
  if (kind === 'files') return world.files[id as 'stylesheet'] ?? '';
  throw new Error(`A page shows ${name}${locale}, of which nothing is known.`);
};

export const createLook = (world: World, locale: Locale) => {
  const shows: Record<string, string> = {};
  const note = (name: string): string => {
    const state = stateOfShown(world, name);
    shows[name] = state;
    return state;
  };
  const text = (value: Localised | undefined): string | undefined => textIn(value, locale, world.defaultLocale);

  const asset = async (reference: AssetReference | undefined): Promise<Picture | undefined> => {
    if (!reference) return undefined;
    for (const id of [reference.asset, reference.fallback]) {
      if (id === undefined || id === 'none') continue;
      const manifestKey = note(`asset|${id}`);
      if (manifestKey === '') {
        const opens = assetOpens(world, id);
        if (opens !== undefined) note(`until|${new Date(opens).toISOString()}`);
        continue;
      }
      const { renditions, width, height, thumbhash, colours, focalPoint } = await world.asset(manifestKey);
      const files = renditions.map((file) => ({ ...file, path: world.mediaUrl(file.path) }));
      return { files, width, height, thumbhash, colours, focalPoint, alternative: text(reference.alt) ?? '' };
    }
    return undefined;
  };

  return {
    world,
    locale,
    /** Everything that the page has shown so far, with its state. */
    shows,
    text,
    asset,
    /** An item as it is public, or undefined where it is not. */
    async item<Type extends keyof DataOf>(itemId: string | undefined): Promise<LiveData<Type> | undefined> {
      if (itemId === undefined || note(`item|${itemId}`) === '') return undefined;
      const item = world.manifest.items[itemId];
      if (!item) return undefined;
      return { itemId, item, data: (await world.data(itemId, item.version)) as unknown as DataOf[Type] };
    },
    /** What an item is called, or undefined where it is not public. */
    name(itemId: string): string | undefined {
      return note(`name|${itemId}|${locale}`) || undefined;
    },
    /** The key art of a title, or nothing where it has none or is not public. */
    art(itemId: string | undefined): Promise<Picture | undefined> {
      if (itemId === undefined) return Promise.resolve(undefined);
      note(`art|${itemId}`);
      return asset(world.manifest.items[itemId]?.art);
    },
    /** Ids of items of a type, all or those about a title. */
    list(type: ContentType, about?: string): string[] {
      note(`list|${type}|${about ?? ''}`);
      return listed(world.manifest, type, about);
    },
    /** Where an item's page is in this language, else in the default one. */
    path(itemId: string): string | undefined {
      const here = note(`path|${itemId}|${locale}`);
      return here !== '' ? here : note(`path|${itemId}|${world.defaultLocale}`) || undefined;
    },
    /** Whether a moment has come; until then the page will have to be made once more. */
    past(instant: number): boolean {
      return note(`until|${new Date(instant).toISOString()}`) === 'past';
    },
    note,
  };
};
