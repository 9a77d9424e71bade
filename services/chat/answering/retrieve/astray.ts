import type { Library } from '../library.ts';
import { type Entry, FIELDS } from './entry.ts';
import { titleTokens } from './names.ts';
import { CONTENT } from './phrases.ts';
import type { Query } from './query.ts';
import { WEIGHTS } from './weights.ts';

const WHICH = /^(?:what|which|wat|que|cual|cuales)$/;

/** Concepts that answer by what they are where they are asked for by name: "which platform", "what language". */
const OWN_KIND: ReadonlySet<string> = new Set(
  [
    ...['service', 'language', 'rating', 'date', 'episode', 'length', 'location', 'studio', 'device', 'cinema'],
    ...['where-i-live', 'title', 'name', 'role', 'release', 'captions', 'picture', 'director'],
  ].map((concept) => `c:${concept}`),
);

/** Words behind "which" that may say of what kind it is that is asked for. */
const LONGEST_KIND = 3;

const says = ({ terms }: Entry, ways: readonly string[]): boolean =>
  ways.some((term) => FIELDS.some((field) => terms[field].has(term)));

/** What a question asks for by its kind, "what brand": the word's stem, and the terms that mean the same. */
const kindsAsked = ({ analysis: { tokens, spans } }: Query, { language, isName }: Library) =>
  tokens.flatMap(({ form }, at) => {
    if (!WHICH.test(form)) return [];
    const behind = tokens.slice(at + 1, at + 1 + LONGEST_KIND);
    const end = behind.findIndex(({ stop, number, form: next }) => stop || number !== undefined || isName(next));
    const length = end < 0 ? behind.length : end;
    // English puts what it is at the end, Spanish at the beginning.
    const index = language.locale === 'es' ? at + 1 : at + length;
    const kind = length === 0 ? undefined : tokens[index];
    // A common word says of what kind it is only where it is told more closely: a camera's body.
    if (!kind || language.isWork(kind.form) || (language.isOrdinary(kind.form) && length < 2)) return [];
    const around = spans.filter(({ term, from, to }) => CONTENT.test(term) && from <= index && index < to);
    const means = around.map(({ term }) => term).filter((term) => term.startsWith('e:') || OWN_KIND.has(term));
    return [{ stem: kind.stem, means }];
  });

/** The terms of what a question names that is no person, no country and not the title. */
const namesAsked = ({ analysis: { tokens, spans }, text, places }: Query, library: Library): string[] => {
  const { language, isName } = library;
  const capitals = tokens.filter((token) => /^\p{Lu}/u.test(token.text)).length;
  if (tokens.length > 3 && capitals > tokens.length / 2) return [];
  const inTitle = titleTokens(tokens, library);
  const within = (index: number, { from, to }: { from: number; to: number }): boolean => from <= index && index < to;
  return tokens.flatMap((token, index) => {
    const begins = index === 0 || /[.?!:¿¡«"“]\s*$/.test(text.slice(0, token.from));
    if (begins || !/^\p{Lu}\p{Ll}/u.test(token.text) || token.stop || token.sure < 1) return [];
    if (isName(token.form) || inTitle.has(index) || language.isOrdinary(token.form)) return [];
    if (places.some((place) => within(index, place))) return [];
    if (spans.some((span) => span.term.startsWith('c:') && within(index, span))) return [];
    return [`w:${token.stem}`];
  });
};

/** Whether an entry tells of a person though the question means nobody. */
const isOfNobodyAsked = ({ figures, kinds, topics }: Query, { kind }: Entry): boolean =>
  kind === 'person' && figures.length === 0 && !kinds.has('who') && !topics.has('about-person');

/** How sure an entry that is so like the question is left to be where it may speak of something else in the same words, to 1. */
export type Astray = (entry: Entry, like: number) => number;

/** Tells of a question's entries which of them may speak of something else in the same words. */
export const astrayFrom = (query: Query, library: Library): Astray => {
  const kinds = kindsAsked(query, library);
  const names = namesAsked(query, library);
  const lacksKind = (entry: Entry): boolean =>
    kinds.some(({ stem, means }) => {
      if (says(entry, [`w:${stem}`, ...means])) return false;
      const ways = library.phrasings.byPath.get(entry.source.path)?.together ?? [];
      return !ways.some((said) => said.word === stem || said.means.some((term) => means.includes(term)));
    });
  return (entry, like) =>
    (lacksKind(entry) ? WEIGHTS.lacksKind : 1) *
    (names.some((name) => !says(entry, [name])) ? WEIGHTS.lacksName : 1) *
    (like < WEIGHTS.ofPerson && isOfNobodyAsked(query, entry) ? WEIGHTS.nobodyAsked : 1);
};
