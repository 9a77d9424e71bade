import { createContext, type ReactNode, useContext } from 'react';
import { I18nProvider } from 'react-aria-components';
import { en, type UiWords } from './en.ts';
import { es } from './es.ts';

/** The languages of the interface; what is written in it may be in any. */
export const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
] as const;
export type Language = (typeof LANGUAGES)[number]['value'];

const Current = createContext<Language>('en');

const UI_WORDS: Readonly<Record<Language, UiWords>> = { en, es };

/** Formats of English pages are those of Britain: day before month, 24 hours. */
const FORMATS: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' };

/** Everything below speaks this language. */
export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <Current value={language}>
    <I18nProvider locale={FORMATS[language]}>{children}</I18nProvider>
  </Current>
);

/** The language of the interface; English where nobody chose one. */
export const useLanguage = (): Language => useContext(Current);

/** What `Intl` takes for it. */
export const useFormatLocale = (): string => FORMATS[useLanguage()];

/** The words of what consoles share. */
export const useUiWords = (): UiWords => UI_WORDS[useLanguage()];

/** A hook for words that exist in every language of the interface. */
export const wordsIn =
  <Words extends object>(words: Readonly<Record<Language, Words>>): (() => Words) =>
  () =>
    words[useLanguage()];
