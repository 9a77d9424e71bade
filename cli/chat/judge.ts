import type { Case } from './cases.ts';
import { type Expected, wordsOf } from './expected.ts';

/** What a judge looks at of an answer. */
export type Judged = {
  outcome: string;
  text: string;
  sources: readonly { itemId?: string; path?: string }[];
};

/**
 * `near`: what was expected is among the sources and not the first of them, most of the text that was expected is there, or the
 * answer leaves out what it had to say.
 */
export type Verdict = 'hit' | 'near' | 'miss';

/** What is no answer: nothing of a source is told. */
const NO_ANSWER = new Set(['unknown', 'sealed', 'out-of-scope', 'refused', 'person', 'small-talk']);

/** What is an answer, or leads to one. */
const AN_ANSWER = new Set(['answer', 'clarify', 'sealed']);

/** So much of the words of an expected text makes an answer without it a near miss. */
export const MOSTLY = 0.7;

/** Whether a question is to be answered at all. */
export const isToBeAnswered = ({ expected, says }: Expected): boolean => expected.length + says.length > 0;

/** Whether an answer is what a case expects. */
export const judge = (asked: Pick<Case, 'expected' | 'says' | 'contains'>, answer: Judged): Verdict => {
  if (!isToBeAnswered(asked)) return NO_ANSWER.has(answer.outcome) ? 'hit' : 'miss';
  const { expected, says, contains } = asked;
  const verdict = says.length > 0 ? verdictOfText(says, answer) : verdictOfSources(expected, answer);
  const whole = contains.length === 0 || contains.some((part) => has(answer.text, part));
  return verdict === 'hit' && !whole ? 'near' : verdict;
};

/** Whether the first source of an answer is one that a case expects, whatever the answer says. */
export const isRightFirst = ({ expected }: Pick<Case, 'expected'>, { outcome, sources }: Judged): boolean =>
  AN_ANSWER.has(outcome) && isOneOf(expected, sources[0]);

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());

const verdictOfSources = (expected: readonly string[], answer: Judged): Verdict => {
  if (isRightFirst({ expected }, answer)) return 'hit';
  return AN_ANSWER.has(answer.outcome) && answer.sources.some((source) => isOneOf(expected, source)) ? 'near' : 'miss';
};

const isOneOf = (expected: readonly string[], source: Judged['sources'][number] | undefined): boolean =>
  expected.some((one) =>
    one.startsWith('/') ? isAt(one, source?.path) : source?.itemId === one.slice(one.indexOf('/') + 1),
  );

/** A path without a place on its page stands for every place there. */
const isAt = (wanted: string, path: string | undefined): boolean =>
  path === wanted || (!wanted.includes('#') && path?.replace(/#.*/, '') === wanted);

const verdictOfText = (says: readonly string[], { outcome, text }: Judged): Verdict => {
  if (outcome === 'failed') return 'miss';
  const told = wordsOf(text);
  const wanted = says.map(wordsOf);
  if (wanted.some((words) => ` ${told.join(' ')} `.includes(` ${words.join(' ')} `))) return 'hit';
  return wanted.some((words) => shareOf(words, told) >= MOSTLY) ? 'near' : 'miss';
};

/** The share of words that stand in others, a word as often as it is there. */
const shareOf = (words: readonly string[], others: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) found += 1;
    left.set(word, count - 1);
  }
  return found / words.length;
};
