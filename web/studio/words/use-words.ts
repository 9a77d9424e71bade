import { wordsIn } from '@marquee/ui/words/language.tsx';
import { en } from './en.ts';
import { es } from './es.ts';

/** The words of the studio's frame. */
export const useWords = wordsIn({ en, es });
