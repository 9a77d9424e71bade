import type { Locale } from '../model/text.ts';
import { listed } from './look.ts';
import { errorPath, indexPaths } from './paths.ts';
import { itemPath, localesOf, type World } from './world.ts';

/** A page that the site has to have. */
export type Wanted = {
  path: string;
  locale: Locale;
  kind: 'item' | 'home' | 'news-index' | 'faq' | 'search' | 'not-found' | 'gone';
  itemId?: string;
  /** Of an index that has several pages, from 1. */
  number?: number;
};

/** News articles of one page of the index. */
export const NEWS_ON_A_PAGE = 24;

/** The pages of one item. */
export const pagesOfItem = (world: World, itemId: string): Wanted[] => {
  const item = world.manifest.items[itemId];
  if (!item) return [];
  return localesOf(world, item).flatMap((locale): Wanted[] => {
    const path = itemPath(world, itemId, locale);
    return path === undefined ? [] : [{ path, locale, kind: 'item', itemId }];
  });
};

/** Every page that this version of the site has to have: one of each item in each of its languages, and the indexes. */
export const wantedPages = (world: World): Wanted[] => {
  const { manifest, locales, defaultLocale } = world;
  const items = Object.keys(manifest.items).flatMap((itemId) => pagesOfItem(world, itemId));
  const taken = new Set(items.map(({ path }) => path));
  const news = listed(manifest, 'news').length;
  const faq = listed(manifest, 'faq').length;
  const indexes = locales.flatMap((locale): Wanted[] => {
    const paths = indexPaths(locale, defaultLocale);
    const newsPages = Array.from({ length: Math.ceil(news / NEWS_ON_A_PAGE) }, (_, index): Wanted => {
      return { path: paths.news(index + 1), locale, kind: 'news-index', number: index + 1 };
    });
    return [
      ...(taken.has(paths.home) ? [] : [{ path: paths.home, locale, kind: 'home' } as const]),
      ...newsPages,
      ...(faq > 0 ? [{ path: paths.faq, locale, kind: 'faq' } as const] : []),
      { path: paths.search, locale, kind: 'search' },
      { path: errorPath(404, locale), locale, kind: 'not-found' },
      { path: errorPath(410, locale), locale, kind: 'gone' },
    ];
  });
  return [...items, ...indexes];
};
