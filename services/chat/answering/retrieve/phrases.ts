import type { Analysis } from '../language/analyse.ts';

/** What stands for something: a concept, or words that mean much the same. */
export const CONTENT = /^[ce]:/;

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** Turns of phrase, the longest first, with all that lies in them. */
export const groupsOf = ({ spans }: Analysis): { from: number; to: number; terms: Set<string> }[] => {
  const groups: { from: number; to: number; terms: Set<string> }[] = [];
  const phrases = spans.filter(({ term, from, to }) => CONTENT.test(term) && to - from > 1);
  for (const { term, from, to } of phrases.sort((one, other) => other.to - other.from - (one.to - one.from))) {
    const group = groups.find((each) => from < each.to && to > each.from);
    if (!group) groups.push({ from, to, terms: new Set([term]) });
    else if (from >= group.from && to <= group.to) group.terms.add(term);
  }
  return groups;
};

/** Words that say of what kind it is that is asked for: "which camera body". */
export const keptIn = ({ tokens, spans }: Analysis): Set<number> => {
  const kept = new Set<number>();
  for (const { term, to } of spans) {
    if (term !== 'k:which' || !/^(?:which|cual|cuales)$/.test(tokens[to - 1]?.form ?? '')) continue;
    for (let at = to; at < to + 2 && tokens[at] && !tokens[at]?.stop; at++) kept.add(at);
  }
  return kept;
};
