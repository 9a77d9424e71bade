import type { Frame } from '@marquee/site/view.ts';
import type { DataOf } from '../model/item.ts';
import { NAVIGATION_ID, type Navigation } from '../model/navigation.ts';
import type { Locale } from '../model/text.ts';
import { rootOf } from '../slugs.ts';
import type { Manifest as AssetManifest } from '../store/assets.ts';
import type { LiveItem, SiteManifest } from './manifest.ts';
import { pagePath } from './paths.ts';

/** What the pages of one version of the site are made of. */
export type World = {
  manifest: SiteManifest;
  /** `https://example.com`. */
  origin: string;
  files: Omit<Frame['files'], 'theme'>;
  navigation: Navigation;
  locales: readonly Locale[];
  defaultLocale: Locale;
  /** Milliseconds since the epoch. */
  now: number;
  /** Data of an item at the version that is public. */
  data: (itemId: string, version: number) => Promise<Record<string, unknown>>;
  asset: (manifestKey: string) => Promise<AssetManifest>;
  /** The address of a rendition for whoever reads the page: a preview's are signed. */
  mediaUrl: (path: string) => string;
};

/** A site that nobody has named yet. */
const UNNAMED: Navigation = { siteName: { en: 'Marquee' }, locales: [{ locale: 'en', label: 'English' }] };

export type WorldParts = Pick<World, 'manifest' | 'origin' | 'files' | 'now' | 'data' | 'asset'> & {
  mediaUrl?: World['mediaUrl'];
};

/** Opens a version of the site. */
export const openWorld = async (parts: WorldParts): Promise<World> => {
  const live = parts.manifest.items[NAVIGATION_ID];
  const navigation = live ? ((await parts.data(NAVIGATION_ID, live.version)) as Navigation) : UNNAMED;
  const locales = navigation.locales.map(({ locale }) => locale);
  const now = Math.max(parts.now, parts.manifest.asOf ? Date.parse(parts.manifest.asOf) : 0);
  return { mediaUrl: (path) => path, ...parts, now, navigation, locales, defaultLocale: locales[0] ?? 'en' };
};

/** The languages in which an item has a page: those of the site in which it has a name. */
export const localesOf = ({ locales }: Pick<World, 'locales'>, { slugs }: LiveItem): Locale[] =>
  locales.filter((locale) => slugs[locale] !== undefined);

/** Where an item's page is; the home title is the root. Undefined where it has none in the language. */
export const itemPath = (world: World, itemId: string, locale: Locale): string | undefined => {
  const item = world.manifest.items[itemId];
  if (!item || !localesOf(world, item).includes(locale)) return undefined;
  if (world.navigation.home?.ref === itemId) return rootOf(locale, world.defaultLocale);
  return pagePath(item, locale, world.defaultLocale);
};

export type LiveData<Type extends keyof DataOf> = { itemId: string; item: LiveItem; data: DataOf[Type] };
