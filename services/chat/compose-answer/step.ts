import * as z from 'zod';
import { check } from '../answering/check.ts';
import { compose, pieces } from '../answering/compose.ts';
import type { Understood } from '../answering/understand.ts';
import { OF_TURN } from '../ids.ts';
import type { Answer } from '../model/answer.ts';
import { type StreamDeps, streamParts } from '../stream-parts.ts';

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

/** An answer of sentences of its sources. Throws `UnfoundedAnswerError` where it says anything that they do not. */
export const extracted = (understood: Understood): Answer => {
  const answer = compose(understood);
  const problems =
    understood.evidence.length > 0 && answer.outcome === 'answer' ? check(answer.text, understood.evidence) : [];
  if (problems.length === 0) return answer;
  throw new UnfoundedAnswerError(`The answer to a question says what its sources do not: ${problems.join('; ')}`);
};

/** Composes the answer of what was found, without a model, and tells the fan piece by piece. */
export const createComposeAnswer =
  (deps: StreamDeps) =>
  async ({ understood, ...turn }: ComposeAnswerInput): Promise<Answer> => {
    const answer = extracted(understood);
    const said = pieces(answer);
    // What is one sentence comes whole.
    if (said.length > 1) await streamParts(deps, turn, said);
    return answer;
  };
