import type { Entry } from './entry.ts';
import { asksFrom } from './expects.ts';
import type { Query } from './query.ts';

/** A question that a text only asks itself: "… has until morning to learn who is doing it". */
export type Mystery = { kind: string; stems: ReadonlySet<string> };

const KINDS: Readonly<Record<string, string>> = { who: 'who', quien: 'who', quienes: 'who', why: 'why' };

/** Verbs of those who have to find out. */
const FINDS = /^(?:learn|out|discover|averiguar|averigua|descubrir|descubre)$/;

/** Words that may be such a question; reading every sentence again would take too long. */
const MAY_ASK = /\b(?:who|why|qui[ée]n(?:es)?)\b/iu;

/** What the story keeps its people asking. */
export const mysteriesIn = (entries: readonly Entry[]): Mystery[] =>
  entries.flatMap(({ sentences, kind }) =>
    kind === 'person'
      ? []
      : sentences.flatMap((sentence): Mystery[] => {
          if (!MAY_ASK.test(sentence.text)) return [];
          const { tokens } = sentence.analysis;
          const from = asksFrom(sentence);
          const asked = FINDS.test(tokens[from - 1]?.folded ?? '') ? KINDS[tokens[from]?.folded ?? ''] : undefined;
          const stems = tokens.slice(from + 1).filter(({ stop }) => !stop);
          return asked && stems.length > 0
            ? [{ kind: asked, stems: new Set(stems.slice(0, 2).map(({ stem }) => stem)) }]
            : [];
        }),
  );

/** Whether a question is one that the story itself leaves open: its verb comes right behind the question word. */
export const isMystery = ({ topics, analysis, figures }: Query, mysteries: readonly Mystery[]): boolean => {
  const plain = [...topics.values()].every((strength) => strength < 1) && figures.every(({ character }) => character);
  const { tokens, spans } = analysis;
  return (
    plain &&
    mysteries.some(({ kind, stems }) =>
      spans.some(({ term, to }) => {
        const verb = tokens.slice(to).find(({ stop }) => !stop);
        return term === `k:${kind}` && verb !== undefined && stems.has(verb.stem);
      }),
    )
  );
};
