import type { Analysis, Token } from '../language/analyse.ts';
import type { Library } from '../library.ts';
import { type Figure, jobsIn } from './glossary.ts';

/** Tokens that name a title as a whole: they say nothing of what is asked. */
export const titleTokens = (tokens: readonly Token[], { glossary }: Library): Set<number> => {
  const found = new Set<number>();
  for (const name of glossary.titles) {
    for (let at = 0; at + name.length <= tokens.length; at++) {
      if (!name.every((word, index) => tokens[at + index]?.form === word)) continue;
      for (const index of name.keys()) found.add(at + index);
    }
  }
  return found;
};

/** Whom a text names, and by which tokens; those whom it names in full where several share a word. */
export const figuresIn = (
  tokens: readonly Token[],
  { glossary, language }: Library,
): { figures: Figure[]; at: ReadonlySet<number> } => {
  const at = new Set<number>();
  const hits = new Map<Figure, number>();
  for (const [index, { form, text }] of tokens.entries()) {
    const named = glossary.byWord.get(form);
    if (!named) continue;
    // A common word is a name only where it is written as one.
    if (language.isOrdinary(form) && !/^\p{Lu}/u.test(text)) continue;
    at.add(index);
    for (const figure of named) hits.set(figure, (hits.get(figure) ?? 0) + 1);
  }
  const most = Math.max(0, ...hits.values());
  return { figures: [...hits].filter(([, count]) => count === most).map(([figure]) => figure), at };
};

/** Whom a text means by what they do: "the composer", "the lead actress". */
export const leadsIn = (
  analysis: Analysis,
  { glossary, language }: Library,
): { figures: Figure[]; holders: ReadonlyMap<number, readonly Figure[]> } => {
  const holders = new Map<number, readonly Figure[]>();
  const [first] = glossary.cast;
  for (const [index, { form }] of analysis.tokens.entries()) {
    if (first && language.isLead(form)) holders.set(index, [first]);
    if (!language.isJob(form)) continue;
    const people = jobsIn(analysis, index).flatMap((job) => glossary.byJob.get(job) ?? []);
    if (people.length > 0) holders.set(index, [...new Set(people)]);
  }
  return { figures: [...holders.values()].flat(), holders };
};
