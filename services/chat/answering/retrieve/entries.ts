import { plainText } from '@marquee/site/markdown.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { type Analysis, analyse, topicsIn } from '../language/analyse.ts';
import { sentencesIn } from '../language/fold.ts';
import type { Language } from '../language/language.ts';
import type { Entry, Sentence } from './entry.ts';
import { termsOf } from './terms.ts';

const NONE: ReadonlySet<string> = new Set();

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));

/** Terms without those that only say how it is asked. */
const meaning = (terms: ReadonlySet<string>): string[] => [...terms].filter((term) => /^[wcp#]/.test(term));

/** Numbers that stand beside the word for an episode. */
export const episodesIn = ({ tokens, spans }: Analysis): string[] =>
  spans
    .filter(({ term }) => term === 'c:episode')
    .flatMap(({ from, to }) => {
      const after = tokens[to]?.number;
      if (after !== undefined) {
        // "Episodes 3 to 6"
        const last = tokens[to + 2]?.number;
        const between = tokens[to + 1]?.form;
        const many = last !== undefined && between !== undefined && /^(?:to|a|al|until|hasta)$/.test(between);
        return many
          ? range(Number(after), Number(last))
          : [after, ...(/^(?:and|y|e|or|o)$/.test(between ?? '') && last ? [last] : [])];
      }
      const before = tokens[from - 1]?.number;
      return before === undefined ? [] : [before];
    });

const range = (from: number, to: number): string[] =>
  to - from > 50 || to < from
    ? [String(from)]
    : Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

/** Everything that can be answered with, curated answers first. */
export const entriesOf = ({ pages, questions }: Knowledge, language: Language): Entry[] => {
  const entries: Entry[] = [];
  const add = (
    head: { asked?: string; heading?: string; title?: string },
    text: string,
    rest: Pick<Entry, 'source' | 'kind' | 'curated' | 'part' | 'territories'>,
  ): void => {
    const read = (part: string | undefined): Analysis | undefined => (part ? analyse(part, language) : undefined);
    const [asked, heading, title] = [read(head.asked), read(head.heading), read(head.title)];
    const sentences: Sentence[] = sentencesIn(text, language.locale).map((sentence) => {
      const analysis = analyse(sentence, language);
      return { text: sentence, analysis, terms: termsOf(analysis) };
    });
    const headed = asked ?? heading;
    const places = (rest.territories ?? []).map((code) => `p:${code}`);
    const terms = {
      ask: asked ? termsOf(asked) : NONE,
      heading: heading ? termsOf(heading) : NONE,
      title: title ? termsOf(title) : NONE,
      text: union([...sentences.map((sentence) => sentence.terms), new Set(places)]),
    };
    entries.push({
      ...rest,
      index: entries.length,
      text,
      sentences,
      terms,
      asked: headed ? meaning(asked ? terms.ask : terms.heading) : [],
      topics: new Set(headed ? topicsIn(headed) : []),
      episodes: headed ? episodesIn(headed) : [],
    });
  };
  for (const { question, answer, path, itemId, territories } of questions) {
    const source = { path, title: question, itemId };
    add({ asked: question }, plainText(answer), { source, kind: 'faq', curated: true, territories });
  }
  for (const { path, kind, title, itemId, passages } of pages) {
    if (kind === 'faq') continue;
    for (const { heading, text, part, territories } of passages) {
      const source = { path, title, ...(heading ? { heading } : {}), ...(itemId ? { itemId } : {}) };
      add({ heading, title: kind === 'title' ? undefined : title }, text, {
        source,
        kind,
        curated: false,
        part,
        territories,
      });
    }
  }
  return entries;
};
