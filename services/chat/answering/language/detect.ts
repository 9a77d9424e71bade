import { wordsIn } from './fold.ts';
import { languageOf } from './languages.ts';

/**
 * The language that a question is written in, of those given; the page's own unless another is plainly nearer. Judged by the words
 * that every sentence has.
 */
export const languageOfText = (text: string, locales: readonly string[], own: string): string => {
  const words = wordsIn(text).map(({ folded }) => folded.replace(/'.*$/, ''));
  const points = (locale: string): number => {
    const { isStop, isOrdinary, alias, words: known } = languageOf(locale);
    return words.reduce((sum, word) => {
      if (isStop(word)) return sum + 1;
      return sum + (isOrdinary(word) || alias(word) !== undefined ? 0.7 : known.has(word) ? 0.6 : 0);
    }, 0);
  };
  const signs = /[¿¡ñ]/i.test(text) ? 2 : 0;
  const scored = locales.map((locale) => ({
    locale,
    score: points(locale) + (locale === own ? 0.4 : 0) + (locale.startsWith('es') ? signs : 0),
  }));
  const best = scored.sort((one, other) => other.score - one.score)[0];
  const mine = scored.find(({ locale }) => locale === own);
  return best && (!mine || best.score > mine.score + 0.3) ? best.locale : own;
};
