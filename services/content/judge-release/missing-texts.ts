import { Locale } from '../model/text.ts';

const isLocalised = (value: object): value is Record<string, string> => {
  const entries = Object.entries(value);
  return (
    entries.length > 0 && entries.every(([name, text]) => Locale.safeParse(name).success && typeof text === 'string')
  );
};

/** Fields of an item's data that have a text in some language and none in others, each with one of those. */
export const missingTexts = (
  data: unknown,
  locales: readonly string[],
  field = '',
): { field: string; locale: string }[] => {
  if (typeof data !== 'object' || data === null) return [];
  // A member such as `ref` reads like a language too.
  if (!Array.isArray(data) && isLocalised(data) && locales.some((locale) => locale in data)) {
    if (Object.values(data).every((text) => text === '')) return [];
    return locales.filter((locale) => !data[locale]).map((locale) => ({ field, locale }));
  }
  return Object.entries(data).flatMap(([name, value]) =>
    missingTexts(value, locales, field === '' ? name : `${field}.${name}`),
  );
};
