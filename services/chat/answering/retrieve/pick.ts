import type { Library } from '../library.ts';
import type { Entry } from './entry.ts';
import type { Query } from './query.ts';

/** Characters of a passage that an answer shows. */
const MOST = 420;

/** A curated answer up to this length is given whole. */
const WHOLE = 340;

/** A sentence that leans on the one before it. */
const LEANS: Readonly<Record<string, RegExp>> = {
  en: /^(?:[“"'(]*)(?:he|she|it|they|her|his|their|its|this|that|these|those|both|another|so|then|but|and|there|none|all nine|each|nobody|the other|after that|one asked|two answered)\b/i,
  es: /^(?:[«"'(]*)(?:él|ella|ellos|ellas|lo|la|los|las|esto|eso|ese|esa|este|esta|su|sus|ambos|así|pero|y|entonces|luego|hasta entonces|además|el otro|la otra|los otros|una pidió|contestaron)\b/i,
};

type Weighed = { text: string; at: number; value: number };

const weigh = (query: Query, { sentences, terms }: Entry, library: Library): Weighed[] => {
  const head = new Set([...terms.ask, ...terms.heading, ...terms.title]);
  return sentences.map(({ text, terms: own }, at) => {
    const value = query.units.reduce((sum, { ways, weight }) => {
      const fit = Math.max(
        0,
        ...ways.map((way) => (own.has(way.term) ? way.fit : head.has(way.term) ? way.fit * 0.15 : 0)),
      );
      const rare = Math.max(0.15, ...ways.filter(({ term }) => own.has(term)).map(({ term }) => library.rarity(term)));
      return sum + weight * fit * rare;
    }, 0);
    const number =
      /\d/.test(text) &&
      [...query.kinds].some((kind) => ['when', 'how-long', 'how-many', 'measure', 'age'].includes(kind));
    return { text, at, value: value * (number ? 1.25 : 1) };
  });
};

/** The sentences of an entry that answer a question, in their order. */
export const pickSentences = (query: Query, entry: Entry, library: Library): string[] => {
  const { sentences, curated, text } = entry;
  const length = (all: readonly { text: string }[]): number => all.reduce((sum, each) => sum + each.text.length + 1, 0);
  if (curated && (text.length <= WHOLE || query.places.length === 0)) return sentences.map((sentence) => sentence.text);
  if (text.length <= 200) return sentences.map((sentence) => sentence.text);
  const weighed = weigh(query, entry, library);
  const ranked = [...weighed].sort((one, other) => other.value - one.value || one.at - other.at);
  const top = ranked[0]?.value ?? 0;
  const picked = new Set<number>();
  const leans = LEANS[library.language.locale];
  const add = (at: number): void => {
    const sentence = sentences[at];
    if (!sentence || picked.has(at)) return;
    picked.add(at);
    if (at > 0 && leans?.test(sentence.text)) add(at - 1);
  };
  for (const { at, value } of ranked) {
    if (picked.size > 0 && (value < top * 0.55 || picked.size >= 3)) break;
    const before = [...picked];
    add(at);
    if (before.length > 0 && length([...picked].flatMap((index) => sentences[index] ?? [])) > MOST) {
      picked.clear();
      for (const index of before) picked.add(index);
      break;
    }
  }
  return [...picked].sort((one, other) => one - other).flatMap((at) => sentences[at]?.text ?? []);
};
