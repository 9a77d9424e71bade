import type { Case } from './cases.ts';

/** What a judge looks at of an answer. */
export type Judged = {
  outcome: string;
  text: string;
  sources: readonly { itemId?: string }[];
};

/** `near`: what was expected is among the sources and not the first of them, or the answer leaves out what it had to say. */
export type Verdict = 'hit' | 'near' | 'miss';

/** What is no answer: nothing of a source is told. */
const NO_ANSWER = new Set(['unknown', 'sealed', 'out-of-scope', 'refused', 'person', 'small-talk']);

/** What is an answer, or leads to one. */
const AN_ANSWER = new Set(['answer', 'clarify', 'sealed']);

const idOf = (item: string): string => item.slice(item.indexOf('/') + 1);

/** Whether an answer is what a case expects. */
export const judge = ({ expected, contains }: Pick<Case, 'expected' | 'contains'>, answer: Judged): Verdict => {
  if (expected.length === 0) return NO_ANSWER.has(answer.outcome) ? 'hit' : 'miss';
  if (!AN_ANSWER.has(answer.outcome)) return 'miss';
  const ids = new Set(expected.map(idOf));
  const at = answer.sources.findIndex(({ itemId }) => itemId !== undefined && ids.has(itemId));
  if (at < 0) return 'miss';
  const says = contains.length === 0 || contains.some((part) => answer.text.toLowerCase().includes(part.toLowerCase()));
  return at === 0 && says ? 'hit' : 'near';
};
