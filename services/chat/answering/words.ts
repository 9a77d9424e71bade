import { type Words as Dictionary, en } from './words/en.ts';
import { es } from './words/es.ts';

/** Every fixed reply of the chat, in one language. */
export type Words = Dictionary;

const DICTIONARIES: Readonly<Record<string, Words>> = { en, es };

/** The fixed replies in a language (`es`, `es-MX`), in English where there is no dictionary of it. */
export const wordsOf = (locale: string): Words => DICTIONARIES[locale.split('-')[0]?.toLowerCase() ?? 'en'] ?? en;
