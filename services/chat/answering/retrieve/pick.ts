import type { Library } from '../library.ts';
import type { Entry, Sentence } from './entry.ts';
import { expectsOf, headOf, isStrict } from './expects.ts';
import { leadOf, listIn } from './frame.ts';
import { saysTopic } from './parts.ts';
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

/** Whatever a word weighs for finding, it may tell sentences apart. */
const LEAST_WEIGHT = 0.2;

/** Kinds of pages that are one entry each. */
const MERGED = new Set(['person', 'gallery', 'trailer']);

/** A sentence that leans on the one before it. */
const LEANS: Readonly<Record<string, RegExp>> = {
  en: /^(?:[“"'(]*)(?:he|she|it|they|her|his|their|its|this|that|these|those|both|another|so|then|but|and|there|none|each|nobody|the other|after that|one asked|two answered|because)\b/i,
  es: /^(?:[«"'(]*)(?:él|ella|ellos|ellas|lo|la|los|las|esto|eso|ese|esa|este|esta|su|sus|ambos|así|pero|y|entonces|luego|hasta entonces|además|el otro|la otra|los otros|una pidió|contestaron|porque|olía)\s/i,
};

const isScrap = ({ text }: Sentence): boolean => text.length < SCRAP && !/[\d.!?,]/.test(text);

/** The word itself tells more than one that means much the same. */
const fitIn = (term: string, fit: number): number =>
  fit * (term.startsWith('c:') ? 0.4 : term.startsWith('e:') ? 0.55 : 1);

/** What each sentence says of a question beyond what the whole entry is about. */
const weigh = (query: Query, entry: Entry, library: Library): number[] => {
  const fitting = expectsOf(query, library);
  const fitted = isStrict(query) ? 2.2 : 1.4;
  const { sentences, terms } = entry;
  const head = headOf(entry);
  const about = new Set([...terms.title, ...terms.heading]);
  return sentences.map((sentence, at) => {
    let [value, met] = [0, 0];
    for (const { ways, weight } of query.units) {
      const known = ways.some(({ term }) => term.startsWith('w:') && about.has(term));
      const fit = Math.max(0, ...ways.map(({ term, fit }) => (sentence.terms.has(term) ? fitIn(term, fit) : 0)));
      if (fit > 0 && !known) met += 1;
      value += Math.max(weight, LEAST_WEIGHT) * fit * (known ? 0.15 : 1);
    }
    if ([...query.topics.keys()].some((topic) => saysTopic(topic, sentence.terms))) value += 0.15;
    const scrap = isScrap(sentence) ? 0.6 : 1;
    // What asks is answered by what stands behind it.
    const asks = sentence.text.endsWith('?') && at < sentences.length - 1 ? 0.7 : 1;
    return value * (1 + 0.25 * Math.max(0, met - 1)) * (fitting(sentence, head) ? fitted : 1) * scrap * asks;
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

/** The sentences that say most, with those that they lean on. */
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
    if (picked.size > 0 && ((values[at] ?? 0) < top * 0.68 || picked.size >= MOST_SENTENCES)) break;
    const wanted = new Set([...picked, at]);
    const { text } = sentences[at] as Sentence;
    if (at > 0 && (leans?.test(text) || sentences[at - 1]?.text.endsWith('?'))) wanted.add(at - 1);
    if (text.endsWith('?') && at < sentences.length - 1) wanted.add(at + 1);
    if (picked.size > 0 && lengthOf(sentences, wanted) > MOST) break;
    for (const each of wanted) picked.add(each);
  }
  const sorted = [...picked].sort((one, other) => one - other);
  const said = sorted.filter((at) => !isScrap(sentences[at] as Sentence));
  return said.length > 0 ? said : sorted;
};

/** The sentences of an entry that answer a question, in their order. */
export const pickSentences = (query: Query, entry: Entry, library: Library): string[] => {
  const { sentences, curated, text, kind } = entry;
  const all = sentences.map((sentence) => sentence.text);
  const narrow = query.places.length > 0 || query.figures.length > 0;
  const whole = curated ? text.length <= WHOLE || !narrow : text.length <= SHORT && !MERGED.has(kind);
  const picked = whole ? undefined : best(query, entry, library);
  const shown = picked ? (listIn(query, entry, picked[0] ?? 0) ?? picked).flatMap((at) => all[at] ?? []) : all;
  const lead = leadOf(entry, shown);
  return lead ? [`${lead}${lead.includes(':') ? '.' : ':'} ${shown[0] ?? ''}`, ...shown.slice(1)] : shown;
};
