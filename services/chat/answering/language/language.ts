import { CONCEPTS, type Concept, type Kind } from './concepts.ts';
import { fold, wordsIn } from './fold.ts';

/** What a language brings along; lists are parted by blanks, phrases by commas, groups by lines. */
export type LanguageData = {
  locale: string;
  stop: string;
  ordinary: string;
  aliases: string;
  irregular: string;
  /** What is typed in the place of a question word at the beginning. */
  openers: string;
  numbers: string;
  everyday: string;
  concepts: Readonly<Record<Concept, string>>;
  kinds: Readonly<Record<Kind, string>>;
  /** Words for the work itself: naming it says nothing of what is asked. */
  work: string;
  /** Persons that a question speaks of without naming them. */
  pronouns: string;
  /** What people are called by their job. */
  jobs: string;
  /** What whoever plays the first part is called. */
  leads: string;
  /** What launches are asked and their sites do not tell, one a line. */
  strangers: string;
  /** The stem of a folded word. */
  stem: (word: string) => string;
};

/** A turn of phrase: stems, `=` before a word that has to stand there as it is, and `*` for up to two words. */
export type Phrase = { parts: readonly string[]; term: string };

/** What a language knows of a word: its stem, and the phrases that begin with it. */
export type Known = { stem: string; stop: boolean; number?: string; phrases: readonly Phrase[] };

export type Language = {
  locale: string;
  isStop: (folded: string) => boolean;
  isOrdinary: (folded: string) => boolean;
  isWork: (folded: string) => boolean;
  isPronoun: (folded: string) => boolean;
  isLead: (folded: string) => boolean;
  isJob: (folded: string) => boolean;
  alias: (folded: string) => string | undefined;
  opener: (folded: string) => string | undefined;
  number: (folded: string) => string | undefined;
  stem: (folded: string) => string;
  /** All that is known of a folded word, worked out once. */
  lookUp: (folded: string) => Known;
  /** What launches are asked and their sites do not tell. */
  strangers: readonly string[];
  /** Every word that the language's lists know, folded. */
  words: ReadonlySet<string>;
};

const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const pairs = (text: string): Map<string, string> =>
  new Map(
    list(text)
      .map((each) => each.split('='))
      .map(([from = '', to = '']) => [fold(from), fold(to)]),
  );

/** Makes a language of its lists. */
export const compileLanguage = (data: LanguageData): Language => {
  const stop = new Set(list(data.stop).map(fold));
  const ordinary = new Set(list(data.ordinary).map(fold));
  const work = new Set(list(data.work).map(fold));
  const pronouns = new Set(list(data.pronouns).map(fold));
  const leads = new Set(list(data.leads).map(fold));
  const jobs = new Set(list(data.jobs).map(fold));
  const aliases = pairs(data.aliases);
  const irregular = pairs(data.irregular);
  const openers = pairs(data.openers);
  const numbers = pairs(data.numbers);
  const stems = new Map<string, string>();
  const stem = (folded: string): string => {
    const known = stems.get(folded);
    if (known !== undefined) return known;
    const made = data.stem(irregular.get(folded) ?? folded);
    if (stems.size > MOST_STEMS) stems.clear();
    stems.set(folded, made);
    return made;
  };
  const words = new Set([...stop, ...ordinary, ...work, ...irregular.keys(), ...numbers.keys()]);
  const ordinaryStems = new Set([...ordinary].map(stem));
  const phrases = new Map<string, Phrase[]>();
  const add = (text: string, term: string): void => {
    for (const phrase of text.split(',')) {
      const parts = phrase
        .trim()
        .split(/\s+/)
        .flatMap((part) => (part === '*' ? ['*'] : part.startsWith('=') ? [exact(part)] : partsOf(part)));
      const [first] = parts;
      if (first === undefined) continue;
      phrases.set(first, [...(phrases.get(first) ?? []), { parts, term }]);
    }
  };
  const exact = (part: string): string => {
    words.add(fold(part.slice(1)));
    return fold(part);
  };
  const partsOf = (part: string): string[] =>
    wordsIn(part).map(({ folded }) => {
      words.add(folded);
      return stem(folded);
    });
  for (const concept of CONCEPTS) add(data.concepts[concept], `c:${concept}`);
  for (const [kind, text] of Object.entries(data.kinds)) add(text, `k:${kind}`);
  // Named by its first word: a list may grow and what was kept by these names stays true.
  for (const group of data.everyday.split('\n')) add(group, `e:${fold(group.split(',')[0] ?? '').trim()}`);
  const numberOf = (folded: string): string | undefined =>
    /^\d+$/.test(folded) ? String(Number(folded)) : numbers.get(folded);
  const none: readonly Phrase[] = [];
  const known = new Map<string, Known>();
  const lookUp = (folded: string): Known => {
    const found = known.get(folded);
    if (found) return found;
    const number = numberOf(folded);
    const own = stem(folded);
    const begins = [...new Set([own, `=${folded}`, ...(number === undefined ? [] : [number])])];
    const starting = begins.flatMap((first) => phrases.get(first) ?? none);
    const made = {
      stem: number ?? own,
      stop: stop.has(folded),
      number,
      phrases: starting.length > 0 ? starting : none,
    };
    if (known.size > MOST_STEMS) known.clear();
    known.set(folded, made);
    return made;
  };
  return {
    locale: data.locale,
    isStop: (folded) => stop.has(folded),
    isOrdinary: (folded) => ordinary.has(folded) || ordinaryStems.has(stem(folded)),
    isWork: (folded) => work.has(folded),
    isPronoun: (folded) => pronouns.has(folded),
    isLead: (folded) => leads.has(folded),
    isJob: (folded) => jobs.has(folded),
    alias: (folded) => aliases.get(folded),
    opener: (folded) => openers.get(folded),
    number: numberOf,
    stem,
    strangers: data.strangers.split('\n').filter(Boolean),
    lookUp,
    words,
  };
};

/** Stems that are remembered of a language. */
const MOST_STEMS = 20_000;
