import { type ContentType, descriptionOf, namesOf } from './model/item.ts';
import type { Locale } from './model/text.ts';

/** Latin letters that Unicode does not take apart into a letter and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A name as the last part of an address: Latin letters without their marks, digits and hyphens. Empty where none is left. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/g, (letter) => LATIN[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 70)
    .replace(/-+$/, '');

/**
 * The addresses of an item: those that its data names, else those that it has, else its name's. What is left without one, such as
 * a name in another script, is called by the item's id. An item without a page has none.
 */
export const slugsOf = (
  type: ContentType,
  itemId: string,
  data: object,
  former: Readonly<Record<Locale, string>> = {},
): Record<Locale, string> => {
  if (!descriptionOf(type).section) return {};
  const { slugs = {} } = data as { slugs?: Record<Locale, string> };
  const names = Object.entries(namesOf(type, data)).filter(([, name]) => name.trim() !== '');
  return Object.fromEntries(
    names.map(([locale, name]) => [locale, slugs[locale] ?? former[locale] ?? (slugOf(name) || itemId)]),
  );
};

/** Where the page of an item is: `/news/first-light/`, in other languages than the default one `/es/news/…/`. */
export const pathOf = (type: ContentType, slug: string, locale: Locale, defaultLocale: Locale): string =>
  `${rootOf(locale, defaultLocale)}${descriptionOf(type).section}/${slug}/`;

/** Where a language begins. */
export const rootOf = (locale: Locale, defaultLocale: Locale): string =>
  locale === defaultLocale ? '/' : `/${locale}/`;
