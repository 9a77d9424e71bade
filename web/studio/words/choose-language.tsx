import { type Language, LanguageProvider } from '@marquee/ui/words/language.tsx';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { keepLanguage, keptLanguage } from './kept-language.ts';

const Choose = createContext<(language: Language) => void>(() => {});

/** The interface in the language that was chosen in this browser. */
export const ChosenLanguage = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language): void => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <Choose value={choose}>
      <LanguageProvider language={language}>{children}</LanguageProvider>
    </Choose>
  );
};

/** Puts the interface into another language, for good. */
export const useChooseLanguage = (): ((language: Language) => void) => useContext(Choose);
