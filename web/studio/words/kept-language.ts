import { LANGUAGES, type Language } from '@marquee/ui/words/language.tsx';

const KEPT = 'marquee-language';

const known = (value: string | null | undefined): Language | undefined =>
  LANGUAGES.find((language) => language.value === value)?.value;

/** What was chosen in this browser, else the first of its languages that the interface has, else English. */
export const keptLanguage = (): Language =>
  known(localStorage.getItem(KEPT)) ??
  navigator.languages.map((each) => known(each.split('-')[0])).find((each) => each !== undefined) ??
  'en';

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT, language);
