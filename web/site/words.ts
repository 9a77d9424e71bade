import { en, type Words } from './words/en.ts';
import { es } from './words/es.ts';

const DICTIONARIES: Readonly<Record<string, Words>> = { en, es };

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

const language = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? 'en';

/** The fixed texts in a page's language (`es`, `es-MX`), in English where there is no dictionary of it. */
export const wordsOf = (locale: string): Words => DICTIONARIES[language(locale)] ?? en;

/** Which way a language is written. */
export const direction = (locale: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language(locale)) ? 'rtl' : 'ltr');

/** A text with its `{places}` filled. A place without a value stays as it is. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
