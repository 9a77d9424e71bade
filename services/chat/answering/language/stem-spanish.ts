// A light stemmer: it takes off what inflects a word and leaves what it means. Words come folded, without accents.

/** Least letters that are left of a word. */
const LEAST = 3;

const CLITICS = /(?<=[aei]r|[ai]ndo)(?:se|me|te|nos|l[aeo]s?)$/;

/** Endings of verbs and of what is made of them, the longest first; plurals are gone by then. */
const ENDINGS = [
  ...['amiento', 'imiento', 'aremo', 'iremo', 'astei', 'istei', 'ieron', 'iendo', 'yendo', 'abamo', 'iamo', 'acion'],
  ...['icion', 'adora', 'arian', 'irian', 'aria', 'iria', 'aran', 'iran', 'ando', 'aban', 'aron', 'ador', 'mente'],
  ...['amo', 'emo', 'imo', 'ian', 'ara', 'ira', 'are', 'ire', 'aba', 'ada', 'ado', 'ida', 'ido', 'aje', 'ai', 'ei'],
  ...['ar', 'er', 'ir', 'an', 'en', 'a', 'e', 'o', 'i'],
].sort((one, other) => other.length - one.length);

const singular = (word: string): string => {
  if (word.endsWith('ces')) return `${word.slice(0, -3)}z`;
  if (/[^aeiou]es$/.test(word) && word.length > LEAST + 2) return word.slice(0, -2);
  return word.endsWith('s') && word.length > LEAST ? word.slice(0, -1) : word;
};

/** Nouns that share a beginning with a common verb, and stay as they are. */
const KEPT = new Set([
  'pase',
  'sala',
  'cine',
  'cuenta',
  'parte',
  'caso',
  'casa',
  'gato',
  'nota',
  'copa',
  'meta',
  'pista',
]);

/** The stem of a folded Spanish word: `estrenos`, `estrenará` and `estrenarse` have one. */
export const stemSpanish = (word: string): string => {
  if (word.length <= LEAST) return word;
  if (KEPT.has(word)) return word;
  if (KEPT.has(singular(word))) return singular(word);
  const one = singular(word).replace(CLITICS, '');
  const ending = ENDINGS.find(
    (each) => one.length - each.length >= (each.length > 2 ? LEAST + 1 : LEAST) && one.endsWith(each),
  );
  const stem = ending === undefined ? one : one.slice(0, one.length - ending.length);
  return stem.endsWith('i') && stem.length > LEAST + 1 ? stem.slice(0, -1) : stem;
};
