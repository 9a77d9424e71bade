import type { Token } from '../language/analyse.ts';
import type { Library } from '../library.ts';
import { type Entry, FIELDS } from './entry.ts';
import { titleTokens } from './names.ts';
import { CONTENT, range } from './phrases.ts';
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

/** Whether a question asks for something by its kind, "what brand", of which neither the entry nor its phrasings speak. */
const lacksKind = ({ analysis: { tokens, spans } }: Query, entry: Entry, library: Library): boolean => {
  const { language, isName, phrasings } = library;
  const asked = (phrasings.byPath.get(entry.source.path) ?? []).flatMap(({ said }) => said);
  return tokens.some(({ form }, at) => {
    if (!WHICH.test(form)) return false;
    const behind = tokens.slice(at + 1, at + 1 + LONGEST_KIND);
    const end = behind.findIndex(({ stop, number, form: next }) => stop || number !== undefined || isName(next));
    const length = end < 0 ? behind.length : end;
    const kinds = range(at + 1, at + 1 + length);
    // English puts what it is at the end, Spanish at the beginning.
    const head = language.locale === 'es' ? at + 1 : at + length;
    return kinds.some((index) => {
      const { form, stem } = tokens[index] as Token;
      // A common word says of what kind it is only where it is told more closely: a camera's body.
      if (language.isWork(form) || (language.isOrdinary(form) ? length < 2 || index !== head : index !== head))
        return false;
      const around = spans.filter(({ term, from, to }) => CONTENT.test(term) && from <= index && index < to);
      const ways = around.map(({ term }) => term).filter((term) => term.startsWith('e:') || OWN_KIND.has(term));
      if (says(entry, [`w:${stem}`, ...ways])) return false;
      return !asked.some(({ word, means }) => word === stem || means.some((term) => ways.includes(term)));
    });
  });
};

/** Whether a question names something that is no person, no country and not the title, and that the entry does not name. */
const lacksName = ({ analysis, text, places }: Query, entry: Entry, library: Library): boolean => {
  const { language, isName } = library;
  const { tokens, spans } = analysis;
  const isUpper = (word: string): boolean => /^\p{Lu}/u.test(word);
  if (tokens.length > 3 && tokens.filter((token) => isUpper(token.text)).length > tokens.length / 2) return false;
  const inTitle = titleTokens(tokens, library);
  const within = (index: number, { from, to }: { from: number; to: number }): boolean => from <= index && index < to;
  return tokens.some((token, index) => {
    const begins = index === 0 || /[.?!:¿¡«"“]\s*$/.test(text.slice(0, token.from));
    if (begins || !/^\p{Lu}\p{Ll}/u.test(token.text) || token.stop || token.sure < 1) return false;
    if (isName(token.form) || inTitle.has(index) || language.isOrdinary(token.form)) return false;
    if (places.some((place) => within(index, place))) return false;
    if (spans.some((span) => span.term.startsWith('c:') && within(index, span))) return false;
    return !says(entry, [`w:${token.stem}`]);
  });
};

/** Whether an entry tells of a person though the question means nobody. */
const isOfNobodyAsked = ({ figures, kinds, topics }: Query, { kind }: Entry): boolean =>
  kind === 'person' && figures.length === 0 && !kinds.has('who') && !topics.has('about-person');

/** What is left of how sure an entry is where it may speak of something else in the same words, to 1. */
export const astray = (query: Query, entry: Entry, like: number, library: Library): number =>
  (lacksKind(query, entry, library) ? WEIGHTS.lacksKind : 1) *
  (lacksName(query, entry, library) ? WEIGHTS.lacksName : 1) *
  (like < WEIGHTS.ofPerson && isOfNobodyAsked(query, entry) ? WEIGHTS.nobodyAsked : 1);
