import type { Analysis } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import { placesIn } from '../language/places.ts';
import { CONTENT } from './phrases.ts';

/** One thing that a question says: a word with all that it may stand for, or a turn of phrase; how telling it is. */
export type Said = { word?: string; means: readonly string[]; weight: number };

/** In which language something is read, and what is a name there. */
export type Reader = { language: Language; isName: (folded: string) => boolean };

/** How telling a term is, to 1; undefined for one that is known from nowhere. */
export type Telling = (term: string) => number | undefined;

/** What is said before it is weighed: `share` is what is left of its weight. */
export type Read = Omit<Said, 'weight'> & { share: number };

/** A common word tells less, and one that is known from nowhere hardly anything. */
const ORDINARY = 0.5;
const UNKNOWN_ORDINARY = 0.2;

/** Whoever is asked about, it is what is asked of them that tells. */
const NAME = 0.35;

/** How it is asked: when, who; what is counted or measured has to be. */
const KIND = 0.35;
const MEASURE = 0.7;
const MEASURES = /^k:(?:how-many|how-much|measure|age)$/;

/** How alike two words are that stand for the same, and two countries. */
const SAME_CONCEPT = 0.8;
const SAME_EVERYDAY = 0.75;
const ANY_PLACE = 'p:';
const BOTH_PLACES = 0.5;

/** What a text says, word by word. */
export const readSaid = ({ tokens, spans }: Analysis, { language, isName }: Reader): Read[] => {
  const found: Read[] = [];
  const places = placesIn(tokens);
  const meaningAt = (index: number): string[] =>
    spans.filter(({ term, from, to }) => CONTENT.test(term) && from <= index && index < to).map(({ term }) => term);
  for (const [index, { stem, stop, number, form }] of tokens.entries()) {
    const place = places.find(({ from, to }) => from <= index && index < to);
    if (place?.from === index) found.push({ word: `${ANY_PLACE}${place.codes}`, means: [ANY_PLACE], share: 1 });
    if (place || (stop && number === undefined) || language.isWork(form)) continue;
    const share = isName(form) ? NAME : language.isOrdinary(form) ? ORDINARY : 1;
    found.push({ word: stem, means: [...new Set(meaningAt(index))], share });
  }
  for (const { term, from, to } of spans) {
    const plain = tokens.slice(from, to).every(({ stop, form }) => stop || language.isWork(form));
    if (term.startsWith('k:')) found.push({ means: [term], share: MEASURES.test(term) ? MEASURE : KIND });
    else if (plain) found.push({ means: [term], share: 1 });
  }
  return found;
};

/** Every term of what is said. */
export const termsSaid = (read: readonly Read[]): Set<string> =>
  new Set(read.flatMap(({ word, means }) => [...(word === undefined ? [] : [word]), ...means]));

/** Weighs what is said, each thing once. */
export const weighSaid = (read: readonly Read[], telling: Telling): Said[] => {
  const seen = new Set<string>();
  return read.flatMap(({ word, means, share }): Said[] => {
    const name = word ?? means.join();
    if (seen.has(name)) return [];
    seen.add(name);
    if (name.startsWith('k:')) return [{ means, weight: share }];
    const told = [...(word === undefined ? [] : [word]), ...means].flatMap((term) => telling(term) ?? []);
    if (told.length > 0) return [{ word, means, weight: Math.max(...told) * share }];
    return [{ word, means, weight: share === ORDINARY ? UNKNOWN_ORDINARY : share }];
  });
};

export const weightOf = (said: readonly Said[]): number => said.reduce((sum, { weight }) => sum + weight, 0);

const sameness = (term: string): number => {
  if (term.startsWith('k:')) return 1;
  if (term === ANY_PLACE) return BOTH_PLACES;
  return term.startsWith('c:') ? SAME_CONCEPT : SAME_EVERYDAY;
};

/** What a question says, ready to be compared with much else. */
export type Asking = {
  said: readonly Said[];
  weight: number;
  words: ReadonlyMap<string, number>;
  means: ReadonlyMap<string, readonly number[]>;
};

export const askingOf = (said: readonly Said[]): Asking => {
  const words = new Map<string, number>();
  const means = new Map<string, number[]>();
  for (const [index, each] of said.entries()) {
    if (each.word !== undefined) words.set(each.word, index);
    for (const term of each.means) means.set(term, [...(means.get(term) ?? []), index]);
  }
  return { said, weight: weightOf(said), words, means };
};

/** How much of what is asked something else says, too, and how much of that is asked. */
export const compareSaid = (
  { said, words, means }: Asking,
  other: readonly Said[],
): { asked: number; told: number } => {
  const best = new Float64Array(said.length);
  let told = 0;
  for (const one of other) {
    let most = 0;
    const meet = (index: number, value: number): void => {
      if (value > most) most = value;
      if (value > (best[index] ?? 0)) best[index] = value;
    };
    const same = one.word === undefined ? undefined : words.get(one.word);
    if (same !== undefined) meet(same, 1);
    for (const term of one.means) for (const index of means.get(term) ?? NOBODY) meet(index, sameness(term));
    told += one.weight * most;
  }
  return { asked: said.reduce((sum, { weight }, index) => sum + weight * (best[index] ?? 0), 0), told };
};

const NOBODY: readonly number[] = [];
