import { valueAt } from './paths.ts';

/** How long a line may be. */
const LONG = 90;

/** Fields whose value tells best what a thing is, in that order. */
const TELLING = [
  ...['name', 'title', 'label', 'term', 'headline', 'question', 'person', 'number', 'role', 'territories'],
  ...['system', 'caption', 'picture', 'url', 'locale', 'detail', 'value', 'kind'],
];

export type NameOf = { item: (itemId: string) => string; asset: (assetId: string) => string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a few words: a text in the language, what a reference leads to, the parts of a list. */
export const inWords = (value: unknown, locale: string, names: NameOf): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    return value
      .map((each) => inWords(each, locale, names))
      .filter(Boolean)
      .join(', ');
  }
  if (!isObject(value)) return String(value);
  const { ref, asset, at, zone, day } = value;
  if (typeof ref === 'string') return names.item(ref);
  if (typeof asset === 'string') return names.asset(asset);
  if (typeof day === 'string') return day;
  if (typeof at === 'string') return `${at.replace('T', ', ')}${typeof zone === 'string' ? ` ${zone}` : ''}`;
  if (isTexts(value)) return textIn(value, locale);
  return summaryOf(value, locale, names);
};

const isTexts = (value: Record<string, unknown>): value is Record<string, string> =>
  Object.entries(value).every(
    ([key, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,4})*$/.test(key) && typeof text === 'string',
  );

/** The text of a language, else of any. */
export const textIn = (texts: Readonly<Record<string, string>>, locale: string): string =>
  texts[locale] || Object.values(texts).find(Boolean) || '';

const clipped = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONG ? `${line.slice(0, LONG - 1)}…` : line;
};

/** An element of a list in one line; empty where it says nothing yet. */
export const summaryOf = (element: unknown, locale: string, names: NameOf): string => {
  if (!isObject(element)) return clipped(inWords(element, locale, names));
  if (isTexts(element)) return clipped(textIn(element, locale));
  const told = TELLING.flatMap((name) => {
    const value = valueAt(element, [name]);
    const words = value === undefined ? '' : inWords(value, locale, names);
    return words === '' ? [] : [words];
  });
  return clipped(told.slice(0, 2).join(' · '));
};
