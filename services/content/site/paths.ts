import { descriptionOf } from '../model/item.ts';
import type { Locale } from '../model/text.ts';
import { pathOf, rootOf } from '../slugs.ts';
import type { LiveItem } from './manifest.ts';

/** Where the page of an item is that has one. */
export const pagePath = (
  { type, slugs }: Pick<LiveItem, 'type' | 'slugs'>,
  locale: Locale,
  defaultLocale: Locale,
): string | undefined => {
  const slug = slugs[locale];
  return slug === undefined || !descriptionOf(type).section ? undefined : pathOf(type, slug, locale, defaultLocale);
};

/** Pages that belong to no item, below the root of each language. */
export const indexPaths = (locale: Locale, defaultLocale: Locale) => {
  const root = rootOf(locale, defaultLocale);
  return {
    home: root,
    news: (number: number): string => (number === 1 ? `${root}news/` : `${root}news/page-${number}/`),
    faq: `${root}questions/`,
    search: `${root}search/`,
    searchIndex: `${root}search/index.json`,
    rss: `${root}feed.xml`,
    json: `${root}feed.json`,
  };
};

/** Pages that stand in for others, and that have no address of their own: the edge serves them with their status. */
export const errorPath = (status: 404 | 410, locale: Locale): string => `${status}/${locale}`;
