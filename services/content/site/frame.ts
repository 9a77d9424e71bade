import type { Picture } from '@marquee/site/picture.ts';
import type { Frame, Link } from '@marquee/site/view.ts';
import { NAVIGATION_ID, type Navigation } from '../model/navigation.ts';
import type { Locale } from '../model/text.ts';
import type { Wanted } from './expected.ts';
import type { Look } from './look.ts';
import { indexPaths } from './paths.ts';
import { itemPath } from './world.ts';

export type FrameParts = {
  title: string;
  description: string;
  shared?: Picture;
  theme?: string;
  preview?: { until: string };
};

/** What is around a page: the site's bars, its languages and the addresses of its files. */
export const frameOf = (look: Look, wanted: Wanted, { theme, ...parts }: FrameParts): Frame => {
  const { world, locale, text } = look;
  const { navigation, defaultLocale } = world;
  look.note(`item|${NAVIGATION_ID}`);
  look.note('files|stylesheet');
  look.note('files|script');
  const paths = indexPaths(locale, defaultLocale);
  return {
    ...parts,
    origin: world.origin,
    locale,
    defaultLocale,
    alternates: alternatesOf(look, wanted),
    // An error page stands in for any address, and so it leads to the beginning.
    path: wanted.path.startsWith('/') ? wanted.path : paths.home,
    site: {
      name: text(navigation.siteName) ?? '',
      home: paths.home,
      links: linksOf(look, navigation.links),
      footer: linksOf(look, navigation.footer),
      legal: text(navigation.legal),
    },
    files: { ...world.files, ...(theme ? { theme } : {}) },
    feeds: { rss: paths.rss, json: paths.json },
    search: paths.search,
  };
};

const linksOf = (look: Look, entries: Navigation['links'] = []): Link[] =>
  entries.flatMap(({ label, to: { ref, url } }) => {
    const address = ref !== undefined ? look.path(ref) : typeof url === 'string' ? url : look.text(url);
    return address === undefined ? [] : [{ label: look.text(label) ?? '', url: address }];
  });

/** The same page in every language that has it. */
const alternatesOf = (look: Look, wanted: Wanted): Frame['alternates'] => {
  const { world } = look;
  return world.navigation.locales.flatMap(({ locale, label }) => {
    const path = pathIn(look, wanted, locale);
    return path === undefined ? [] : [{ locale, label, path }];
  });
};

const pathIn = ({ world, note }: Look, { kind, itemId, number = 1 }: Wanted, locale: Locale): string | undefined => {
  const paths = indexPaths(locale, world.defaultLocale);
  if (kind === 'item' && itemId !== undefined) {
    note(`path|${itemId}|${locale}`);
    return itemPath(world, itemId, locale);
  }
  if (kind === 'news-index') return paths.news(number);
  if (kind === 'faq') return paths.faq;
  if (kind === 'search') return paths.search;
  if (kind === 'home') return paths.home;
  return paths.home;
};
