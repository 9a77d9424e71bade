import { formatExact, formatMoment, formatTime } from '../clock.ts';
import { formatAge } from '../duration.ts';
import { useFormatLocale, useUiWords } from '../words/language.tsx';

/** Times and ages in the language of the interface. */
export const useTimes = () => {
  const locale = useFormatLocale();
  const { today } = useUiWords();
  return {
    time: (at: Date, now?: Date): string => formatTime(at, now, locale),
    /** In a sentence. */
    moment: (at: Date, now?: Date): string => formatMoment(at, now, locale, today),
    exact: (at: Date): string => formatExact(at, locale),
    age: (milliseconds: number): string => formatAge(milliseconds, locale),
  };
};
