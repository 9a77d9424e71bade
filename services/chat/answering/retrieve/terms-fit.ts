import { type Entry, FIELDS, type Field } from './entry.ts';
import type { Unit } from './units.ts';
import { WEIGHTS } from './weights.ts';

/** How well a term fits in a field: single words of a text tell less surely what it is about. */
export const fitIn = (term: string, fit: number, field: Field): number =>
  field === 'text' && term.startsWith('c:') ? fit * WEIGHTS.aboutInText : fit;

/** How well an entry says a unit, and how much that counts in the order. */
export const fitOf = ({ ways }: Unit, { terms }: Entry): { fit: number; boost: number } => {
  const best = { fit: 0, boost: 0 };
  for (const { term, fit } of ways) {
    for (const field of FIELDS) {
      if (!terms[field].has(term)) continue;
      const value = fitIn(term, fit, field);
      best.fit = Math.max(best.fit, value);
      best.boost = Math.max(best.boost, value * (field === 'ask' ? 1 : WEIGHTS[field]));
    }
  }
  return best;
};

/** Whether an entry says a unit at all. */
export const isSaid = ({ ways }: Unit, { terms }: Entry): boolean =>
  ways.some(({ term }) => FIELDS.some((field) => terms[field].has(term)));
