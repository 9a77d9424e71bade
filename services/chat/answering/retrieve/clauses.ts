import type { Analysis } from '../language/analyse.ts';

const ENDS = /[.,;:!?¿¡()–—-]/;

const AUXILIARY =
  /^(?:can|could|will|would|do|does|did|is|are|was|were|has|have|should|may|might|am|puedo|podre|podra|puede|hay|tiene|es|esta|va|vamos|se|me|la)$/;

/** Tokens of the clauses that tell around a question: "no signal at my cabin, can I take it with me". */
export const sceneryIn = ({ tokens, spans }: Analysis, text: string): Set<number> => {
  const clauses: number[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (before && ENDS.test(text.slice(before.to, token.from))) clauses.push([]);
    clauses.at(-1)?.push(index);
  }
  if (clauses.length < 2) return new Set();
  const asks = (clause: readonly number[]): boolean => {
    const [first = 0] = clause;
    const last = tokens[clause.at(-1) ?? 0];
    const asked = text.slice(last?.to ?? 0, (last?.to ?? 0) + 2).includes('?');
    const kind = spans.some(({ term, from }) => term.startsWith('k:') && clause.includes(from) && from - first <= 2);
    return asked || kind || AUXILIARY.test(tokens[first]?.form ?? '');
  };
  const telling = clauses.filter((clause) => !asks(clause));
  return telling.length === clauses.length ? new Set() : new Set(telling.flat());
};
