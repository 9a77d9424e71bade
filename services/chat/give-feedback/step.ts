import type { FeedbackGiven } from '@marquee/events/schemas/feedback-given.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import type { Visitor } from '../../shared/visitor.ts';
import { answeredTurn } from '../answered-turn.ts';
import { redact } from '../answering/screen/redact.ts';
import { type ChangeDeps, existing, type TurnDeps } from '../changing.ts';
import { OF_CONVERSATION } from '../ids.ts';
import { type Feedback, FeedbackReason } from '../model/feedback.ts';
import { questionText } from '../question-text.ts';
import { checkToken, type TokenDeps } from '../token.ts';

export const GiveFeedbackInput = z.strictObject({
  ...OF_CONVERSATION,
  turn: z.coerce.number('expected the number of a turn').int().positive(),
  verdict: z.enum(['yes', 'no']),
  reason: FeedbackReason.optional(),
  note: z.string().max(500).optional(),
});
export type GiveFeedbackInput = z.infer<typeof GiveFeedbackInput>;

type Deps = TokenDeps &
  TurnDeps &
  Pick<ChangeDeps, 'read'> & {
    putFeedback: (feedback: Feedback, expiresAt: number) => Promise<void>;
    publish: (detail: FeedbackGiven) => Promise<void>;
  };

/** Takes what a fan says of an answer; said again, the last word counts. */
export const createGiveFeedback =
  (deps: Deps) =>
  async ({ id, token, turn, verdict, reason, note }: GiveFeedbackInput, { requestId }: Visitor) => {
    const renewed = await checkToken(deps, id, token);
    const { expiresAt } = existing(await deps.read(id), deps.now());
    const { final, correlationId } = await answeredTurn(deps, id, turn);
    const { answer, question } = final;
    const itemId = answer.sources[0]?.itemId;
    const at = new Date(deps.now()).toISOString();
    const kept = note ? redact(questionText(note)).text : undefined;
    await deps.putFeedback(
      {
        ...{ conversationId: id, turn, verdict, at, question, answer: answer.text, outcome: answer.outcome },
        ...(reason ? { reason } : {}),
        ...(kept ? { note: kept } : {}),
        ...(itemId ? { itemId } : {}),
      },
      expiresAt,
    );
    await deps.publish({
      metadata: {
        eventId: uuidFor(`FeedbackGiven ${id} ${turn} ${verdict} ${reason ?? ''}`),
        ...{ correlationId, causationId: requestId, occurredAt: at, version: 1 },
      },
      data: { conversationId: id, turn, verdict, ...(reason ? { reason } : {}) },
    });
    return { turn, verdict, correlationId, ...renewed };
  };
