import { wordsIn } from '@marquee/ui/words/language.tsx';
import { en } from './words.en.ts';
import { es } from './words.es.ts';

/** The words of an asset's details. */
export const useInspectorWords = wordsIn({ en, es });
