import { wordsIn } from '@marquee/ui/words/language.tsx';
import { en } from './words.en.ts';
import { es } from './words.es.ts';

/** The words of releases. */
export const useReleaseWords = wordsIn({ en, es });
