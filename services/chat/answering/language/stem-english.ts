// A light stemmer: it takes off what inflects a word and leaves what it means. Words come folded.

/** Least letters that are left of a word. */
const LEAST = 3;

const VOWEL = /[aeiouy]/;

/** `running` is `run`, `calling` stays `call`. */
const undoubled = (word: string): string => (/([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word);

const singular = (word: string): string => {
  if (/(?:ss|us|is|lens)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

const without = (word: string, ending: string): string | undefined => {
  const stem = word.slice(0, -ending.length);
  return word.endsWith(ending) && stem.length >= LEAST && VOWEL.test(stem) ? stem : undefined;
};

const uninflected = (word: string): string => {
  const inflected = without(word, 'ing') ?? without(word, 'ed');
  if (inflected !== undefined) return undoubled(inflected);
  const derived = without(word, 'ly') ?? without(word, 'ment') ?? without(word, 'ness') ?? without(word, 'ous');
  return derived ?? word;
};

/** The stem of a folded English word: `filming`, `filmed` and `films` have one. */
export const stemEnglish = (word: string): string => {
  if (word.length <= LEAST) return word;
  const stem = uninflected(singular(word));
  if (stem.length <= LEAST) return stem;
  const cut = stem.endsWith('e') ? stem.slice(0, -1) : stem;
  return cut.endsWith('y') ? `${cut.slice(0, -1)}i` : cut;
};
