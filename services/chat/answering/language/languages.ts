import { EN } from './en.ts';
import { ES } from './es.ts';
import { compileLanguage, type Language } from './language.ts';
import { NONE } from './none.ts';

const COMPILED = new Map<string, Language>();
const DATA = { en: EN, es: ES } as const;

/** The language of a locale (`es-MX` is Spanish); of those without lists, one that knows words only by their letters. */
export const languageOf = (locale: string): Language => {
  const [tag = ''] = locale.toLowerCase().split('-');
  const known = COMPILED.get(tag);
  if (known) return known;
  const made = compileLanguage(tag === 'en' || tag === 'es' ? DATA[tag] : { ...NONE, locale: tag });
  COMPILED.set(tag, made);
  return made;
};
