import type { Entry, Sentence } from './entry.ts';
import { asksFrom, type Fitting, headOf } from './expects.ts';
import type { Explanation } from './explain.ts';
import type { Query } from './query.ts';
import { fitIn } from './terms-fit.ts';
import { WEIGHTS } from './weights.ts';

/** Pages of lines that have nothing to do with each other. */
export const LINES: ReadonlySet<string> = new Set(['gallery', 'press-kit']);

/** The terms of a sentence that it states, without those that it only asks itself. */
const stated = (sentence: Sentence): ReadonlySet<string> => {
  const { analysis, terms } = sentence;
  const end = asksFrom(sentence);
  if (end >= analysis.tokens.length) return terms;
  const kept = new Set([...terms].filter((term) => !/^[wce#]/.test(term)));
  for (const { stem, number, stop } of analysis.tokens.slice(0, end)) {
    if (number !== undefined) kept.add(`#${number}`);
    if (!stop) kept.add(`w:${stem}`);
  }
  for (const { term, to } of analysis.spans) if (to <= end) kept.add(term);
  return kept;
};

const remembered = new WeakMap<Sentence, ReadonlySet<string>>();

const statedBy = (sentence: Sentence): ReadonlySet<string> => {
  const known = remembered.get(sentence);
  if (known) return known;
  const made = stated(sentence);
  remembered.set(sentence, made);
  return made;
};

/** How far an entry makes up for lacking what the question wants to hear. */
export const unfit = ({ kinds }: Query, { curated }: Entry, { topic }: Explanation, strict: boolean): number =>
  curated && topic.fit >= 1 && !strict && !kinds.has('who') ? 0.85 : WEIGHTS.unfit;

/** How much of a question the best of an entry's sentences says, with its neighbours and what it is headed by. */
export const closest = (
  query: Query,
  entry: Entry,
  explanation: Explanation,
  { fitting, strict }: { fitting: Fitting; strict: boolean },
): { said: number; fits: boolean } => {
  const { terms, sentences } = entry;
  const { topic, units, total } = explanation;
  const head = headOf(entry);
  const prose = !LINES.has(entry.kind);
  const lack = unfit(query, entry, explanation, strict);
  let best = { said: 0, fits: false };
  for (const [index, sentence] of sentences.entries()) {
    const own = query.asksItself ? statedBy(sentence) : sentence.terms;
    const before = sentences[index - 1]?.terms;
    const after = sentences[index + 1];
    const fitOf = (term: string, sure: number): number => {
      const value = fitIn(term, sure, 'text');
      if (own.has(term)) return value;
      if (terms.ask.has(term) || (entry.curated && terms.text.has(term))) return value * 0.95;
      if (terms.title.has(term) || terms.heading.has(term)) return sure * 0.9;
      return prose && (before?.has(term) || after?.terms.has(term)) ? value * WEIGHTS.neighbour : 0;
    };
    const said = units.reduce((sum, { unit, weight, explained }) => {
      const fits = unit.ways.map(({ term, fit }) => fitOf(term, fit));
      return sum + weight * Math.max(explained ? topic.fit : 0, ...fits);
    }, topic.weight * topic.fit);
    // A question within a text is answered by the sentence behind it.
    const fits = fitting(sentence, head) || (after !== undefined && sentence.text.length < 60 && fitting(after, head));
    const value = (said / total) * (fits ? 1 : lack);
    if (value > best.said) best = { said: value, fits };
  }
  return best;
};
