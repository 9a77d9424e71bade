import { wordsIn } from '@marquee/ui/words/language.tsx';
import { en } from './words.en.ts';
import { es } from './words.es.ts';

/** The words of the page editor. */
export const useEditorWords = wordsIn({ en, es });
