import type { Library } from '../library.ts';
import type { Entry, Sentence } from './entry.ts';
import { expectsOf, headOf, isStrict } from './expects.ts';
import type { Query } from './query.ts';

/** Characters of a passage that an answer shows. */
const MOST = 420;

/** A curated answer up to this length is given whole. */
const WHOLE = 300;

/** A passage up to this length is given whole. */
const SHORT = 200;

/** Letters of a line that is no sentence of its own. */
const SCRAP = 30;

/** Sentences of a passage that an answer shows, at most. */
const MOST_SENTENCES = 3;

/** A sentence that leans on the one before it. */
const LEANS: Readonly<Record<string, RegExp>> = {
  en: /^(?:[“"'(]*)(?:he|she|it|they|her|his|their|its|this|that|these|those|both|another|so|then|but|and|there|none|each|nobody|the other|after that|one asked|two answered|because)\b/i,
  es: /^(?:[«"'(]*)(?:él|ella|ellos|ellas|lo|la|los|las|esto|eso|ese|esa|este|esta|su|sus|ambos|así|pero|y|entonces|luego|hasta entonces|además|el otro|la otra|los otros|una pidió|contestaron|porque|olía)\s/i,
};

/** Parts of a page that stand under a heading without saying it. */
const HEADED = new Set(['title', 'press-kit']);

const fitIn = (term: string, fit: number): number => (term.startsWith('c:') ? fit * 0.5 : fit);

/** What each sentence says of a question beyond what the whole entry is about. */
const weigh = (query: Query, entry: Entry, library: Library): number[] => {
  const fitting = expectsOf(query, library);
  const fitted = isStrict(query) ? 2.2 : 1.4;
  const { sentences, terms } = entry;
  const head = headOf(entry);
  const about = new Set([...terms.title, ...terms.heading]);
  return sentences.map((sentence) => {
    const value = query.units.reduce((sum, { ways, weight }) => {
      const known = ways.some(({ term }) => term.startsWith('w:') && about.has(term));
      const fit = Math.max(0, ...ways.map(({ term, fit }) => (sentence.terms.has(term) ? fitIn(term, fit) : 0)));
      return sum + weight * fit * (known ? 0.15 : 1);
    }, 0);
    const topical = [...query.topics.keys()].some((topic) => sentence.terms.has(`c:${topic}`)) ? 0.1 : 0;
    return (
      (value + topical) *
      (fitting(sentence, head) ? fitted : 1) *
      (sentence.text.length < SCRAP && !/\d/.test(sentence.text) ? 0.6 : 1)
    );
  });
};

const lengthOf = (sentences: readonly Sentence[], picked: Iterable<number>): number =>
  [...picked].reduce((sum, at) => sum + (sentences[at]?.text.length ?? 0) + 1, 0);

const opening = (sentences: readonly Sentence[]): number[] => {
  const from = sentences.findIndex(({ text }) => text.length > SCRAP);
  const found: number[] = [];
  for (let at = Math.max(0, from); at < sentences.length && found.length < MOST_SENTENCES; at++) {
    if (found.length > 0 && lengthOf(sentences, [...found, at]) > MOST) break;
    found.push(at);
  }
  return found;
};

const best = (query: Query, entry: Entry, library: Library): number[] => {
  const { sentences } = entry;
  const values = weigh(query, entry, library);
  const ranked = [...values.keys()].sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other);
  const top = values[ranked[0] ?? 0] ?? 0;
  if (top < 0.12) return opening(sentences);
  const leans = LEANS[library.language.locale];
  const picked = new Set<number>();
  for (const at of ranked) {
    if (picked.has(at)) continue;
    if (picked.size > 0 && ((values[at] ?? 0) < top * 0.6 || picked.size >= MOST_SENTENCES)) break;
    const wanted = new Set([...picked, at]);
    if (at > 0 && leans?.test(sentences[at]?.text ?? '')) wanted.add(at - 1);
    if (picked.size > 0 && lengthOf(sentences, wanted) > MOST) break;
    for (const each of wanted) picked.add(each);
  }
  return [...picked].sort((one, other) => one - other);
};

/** The sentences of an entry that answer a question, in their order. */
export const pickSentences = (query: Query, entry: Entry, library: Library): string[] => {
  const { sentences, curated, text, kind, source } = entry;
  const all = sentences.map((sentence) => sentence.text);
  const narrow = query.places.length > 0 || query.figures.length > 0;
  if (curated ? text.length <= WHOLE || !narrow : text.length <= SHORT && kind !== 'person' && kind !== 'gallery') {
    const headed = HEADED.has(kind) && source.heading && !text.startsWith(source.heading);
    return headed ? [`${source.heading}: ${all[0] ?? ''}`, ...all.slice(1)] : all;
  }
  return best(query, entry, library).flatMap((at) => all[at] ?? []);
};
