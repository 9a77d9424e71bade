import { fold } from '../language/fold.ts';
import type { Talk } from '../understood.ts';
import { ABUSE, ELSEWHERE, INJECTION, OTHER_TITLES, PERSON, PRIVATE, TALK } from './patterns.ts';

/** What a text is before anybody looks for an answer. */
export type Screened =
  | { as: 'refused' }
  | { as: 'person' }
  | { as: 'small-talk'; talk: Talk }
  /** `elsewhere`: it speaks of what no launch is about; `other`: of another title; `private`: of somebody's private life. */
  | { as: 'question'; elsewhere: boolean; other: boolean; private: boolean };

/** Letters of a greeting or a thank-you. */
const LONGEST_TALK = 70;

/** Letters that are drawn as signs, and words that are spelled with gaps, as attempts do. */
const joined = (text: string): string =>
  text.replace(/\b(?:\w[\s._-]){4,}\w\b/g, (spelled) => spelled.replace(/[\s._-]/g, ''));

/** Sorts out what is no question: abuse, attempts at the rules, a wish for a person, small talk. */
export const screen = (text: string): Screened => {
  const folded = fold(text).replace(/\s+/g, ' ').trim();
  const close = joined(folded);
  if ([folded, close].some((each) => INJECTION.test(each) || ABUSE.test(each))) return { as: 'refused' };
  if (PERSON.test(folded)) return { as: 'person' };
  const talks = folded.length > LONGEST_TALK ? [] : (['bot', 'hello', 'thanks', 'bye'] as const);
  const talk = talks.find((each) => TALK[each].test(folded));
  if (talk) return { as: 'small-talk', talk };
  return {
    as: 'question',
    elsewhere: ELSEWHERE.test(folded),
    other: OTHER_TITLES.test(folded),
    private: PRIVATE.test(folded),
  };
};
