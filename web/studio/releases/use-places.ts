import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { territoryWords } from './model/territories.ts';
import { useReleaseWords } from './words.ts';

type Places = { territories: readonly string[] };

/** Territories in the words of the interface. */
export const usePlaceWords = (): ((territories: readonly string[], all: readonly Places[]) => string[]) => {
  const words = useReleaseWords();
  const locale = useFormatLocale();
  return (territories, all) => territoryWords(territories, all, locale, words);
};

/** The same in one line: the first of them, and how many more. */
export const usePlacesLine = (): ((
  territories: readonly string[],
  all: readonly Places[],
  most?: number,
) => string) => {
  const words = useReleaseWords();
  const places = usePlaceWords();
  return (territories, all, most = 3) => {
    const names = places(territories, all);
    const line = names.slice(0, most).join(', ');
    return names.length > most ? `${line} ${words.andMore(names.length - most)}` : line;
  };
};
