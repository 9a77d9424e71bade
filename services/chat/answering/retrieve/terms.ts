import type { Analysis } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import { placesIn } from '../language/places.ts';

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
      const before = tokens[from - 1];
      return before?.number !== undefined && ORDINAL.test(before.form) ? [before.number] : [];
    });

/** "The third one" is told apart from "three of them". */
const ORDINAL =
  /^(?:first|second|third|\w+th|\d+(?:st|nd|rd|th)|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|noven[oa]|decim[oa])$/;

/** "On the sixth" is a day. */
const DATED_BY = /^(?:on|by|until|till|from|before|after|since)$/;

const ARTICLE = /^(?:the|el|la|del|al)$/;

/** Numbers of the episodes that a question means, the bare "the fifth" at the end of a clause among them. */
export const episodesAsked = (analysis: Analysis): string[] => {
  const { tokens } = analysis;
  const bare = tokens.flatMap(({ number, form }, index) => {
    const next = tokens[index + 1];
    const last = next === undefined || next.stop;
    const dated = DATED_BY.test(tokens[index - 2]?.form ?? '');
    const alone =
      number !== undefined && !dated && ORDINAL.test(form) && last && ARTICLE.test(tokens[index - 1]?.form ?? '');
    return alone ? [number] : [];
  });
  return [...new Set([...episodesIn(analysis), ...bare])];
};

const range = (from: number, to: number): string[] =>
  to - from > 50 || to < from
    ? [String(from)]
    : Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

/** The stem of what somebody does, from the word for who does it: `tuner` tunes. */
export const agentOf = (form: string, { locale, stem }: Language): string | undefined => {
  if (locale !== 'en' || form.length < 5 || !/(?:er|or|ers|ors)$/.test(form)) return undefined;
  return stem(form.replace(/(?:er|or)s?$/, 'e'));
};

/** The terms by which a text is found: stems, numbers, concepts, everyday groups and countries. */
export const termsOf = (analysis: Analysis, language: Language): Set<string> => {
  const { tokens, spans } = analysis;
  const terms = new Set<string>();
  for (const { stem, stop, number, form } of tokens) {
    if (number !== undefined) terms.add(`#${number}`);
    if (stop) continue;
    terms.add(`w:${stem}`);
    const agent = agentOf(form, language);
    if (agent) terms.add(`w:${agent}`);
  }
  for (const { term } of spans) terms.add(term);
  for (const episode of episodesIn(analysis)) terms.add(`n:${episode}`);
  for (const { codes } of placesIn(tokens)) for (const code of codes) terms.add(`p:${code}`);
  return terms;
};
