const MARKS = /\p{M}/gu;
const APOSTROPHES = /[’‘ʼ`´]/g;
/** Characters that show nothing: joiners, direction marks, soft hyphens. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu;
const WORDS = /[\p{L}\p{N}]+(?:'\p{L}+)*/gu;

/** Text without accents or signs of other scripts. */
const PLAIN = /^[ -_a-~\n]*$/;

/** One word of a text, as it stands there and as it is compared. */
export type Word = {
  /** As typed. */
  text: string;
  /** Small letters without accents. */
  folded: string;
  /** Where it begins and ends in the text that was given. */
  from: number;
  to: number;
};

/** Text without accents, in small letters, unseen characters and the many apostrophes evened out. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(MARKS, '').replace(APOSTROPHES, "'").toLowerCase();

/** A question in one line: unseen characters are blanks, no more than one in a row. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\r\n\t]/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a text. */
export const wordsIn = (text: string): Word[] => {
  const even = text.replace(APOSTROPHES, "'");
  return [...even.matchAll(WORDS)].map(({ 0: word, index }) => ({
    text: word,
    folded: fold(word),
    from: index,
    to: index + word.length,
  }));
};

/** A line with something behind what may end a sentence. */
const ENDS_WITHIN = /[.!?…。！？؟।][^\p{L}\p{N}]*\s\S/u;

const segmenters = new Map<string, Intl.Segmenter>();

const segmenterOf = (locale: string): Intl.Segmenter => {
  const known = segmenters.get(locale);
  if (known) return known;
  const made = new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, made);
  return made;
};

/** The sentences of a text; each line ends one. */
export const sentencesIn = (text: string, locale: string): string[] =>
  text
    .split('\n')
    .flatMap((line) =>
      ENDS_WITHIN.test(line)
        ? [...segmenterOf(locale).segment(line)].map(({ segment }) => segment.trim())
        : [line.trim()],
    )
    .filter(Boolean);
