import type { Token } from '../language/analyse.ts';
import type { Entry } from './entry.ts';
import type { Query } from './query.ts';

/** How much words count that stand behind each other in question and text alike. */
const PAIR = 0.1;

/** Pairs that count. */
const MOST_PAIRS = 2;

const keyOf = ({ number, stem }: Token): string => number ?? stem;

const means = ({ stop, number }: Token): boolean => !stop || number !== undefined;

/** Words that stand behind each other, each with the next one that means something. */
const pairsIn = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    return next && means(token) && means(next) ? [`${keyOf(token)} ${keyOf(next)}`] : [];
  });

/** How much more an entry counts for having words of the question side by side. */
export const sideBySide = ({ analysis }: Query, { sentences }: Entry): number => {
  const asked = new Set(pairsIn(analysis.tokens));
  if (asked.size === 0) return 1;
  const best = sentences.reduce((most, sentence) => {
    const met = new Set(pairsIn(sentence.analysis.tokens).filter((pair) => asked.has(pair))).size;
    return Math.max(most, met);
  }, 0);
  return 1 + PAIR * Math.min(best, MOST_PAIRS);
};
