import * as z from 'zod';
import { answeredTurn } from '../answered-turn.ts';
import { type ChangeDeps, existing, type TurnDeps } from '../changing.ts';
import { OF_CONVERSATION } from '../ids.ts';
import type { Promised } from '../model/promise.ts';
import { checkToken, issueToken, type TokenDeps } from '../token.ts';

export const AnswerLaterInput = z.strictObject({
  ...OF_CONVERSATION,
  turn: z.coerce.number('expected the number of a turn').int().positive(),
});
export type AnswerLaterInput = z.infer<typeof AnswerLaterInput>;

type Deps = TokenDeps &
  TurnDeps &
  Pick<ChangeDeps, 'read'> & { putPromise: (promised: Promised, expiresAt: number) => Promise<void> };

/**
 * Keeps a question, so that it is answered in its conversation as soon as something public says it. The token answered is good for
 * as long as the conversation is kept, because that is when its fan comes back.
 */
export const createAnswerLater =
  (deps: Deps) =>
  async ({ id, token, turn }: AnswerLaterInput) => {
    await checkToken(deps, id, token);
    const { expiresAt, territory } = existing(await deps.read(id), deps.now());
    const { final, correlationId } = await answeredTurn(deps, id, turn);
    const { question, answer } = final;
    const at = new Date(deps.now()).toISOString();
    const promised = { conversationId: id, turn, question, locale: answer.locale, at };
    await deps.putPromise({ ...promised, ...(territory ? { territory } : {}) }, expiresAt);
    return { turn, correlationId, ...(await issueToken(deps, id, expiresAt * 1000)) };
  };
