import type { Analysis } from '../language/analyse.ts';
import { placesIn } from '../language/places.ts';

/** The terms by which a text is found: stems, numbers, concepts, everyday groups and countries. */
export const termsOf = ({ tokens, spans }: Analysis): Set<string> => {
  const terms = new Set<string>();
  for (const { stem, stop, number } of tokens) {
    if (number !== undefined) terms.add(`#${number}`);
    if (!stop) terms.add(`w:${stem}`);
  }
  for (const { term } of spans) terms.add(term);
  for (const { codes } of placesIn(tokens)) for (const code of codes) terms.add(`p:${code}`);
  return terms;
};
