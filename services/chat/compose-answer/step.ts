import * as z from 'zod';
import { check } from '../answering/check.ts';
import { compose } from '../answering/compose.ts';
import type { Understood } from '../answering/understood.ts';
import { OF_TURN } from '../ids.ts';
import type { Answer } from '../model/answer.ts';

/** Of every composer: one that tells the fan as it goes has to know the turn. */
export const ComposeAnswerInput = z.strictObject({
  ...OF_TURN,
  /** As `understand-turn` made it. */
  understood: z.custom<Understood>((value) => typeof value === 'object' && value !== null && 'outcome' in value),
});
export type ComposeAnswerInput = z.infer<typeof ComposeAnswerInput>;

/** A composed answer says what its sources do not say. Terminal: the fan is told that something broke. */
export class UnfoundedAnswerError extends Error {
  override name = 'UnfoundedAnswerError';
}

/** Composes the answer of sentences of its sources, without a model. Throws `UnfoundedAnswerError` where it says more than they do. */
export const composeAnswer = async ({ understood }: Pick<ComposeAnswerInput, 'understood'>): Promise<Answer> => {
  const answer = compose(understood);
  const problems = answer.outcome === 'answer' ? check(answer.text, understood.evidence) : [];
  if (problems.length === 0) return answer;
  throw new UnfoundedAnswerError(`The answer says what its sources do not: ${problems.join('; ')}`);
};
