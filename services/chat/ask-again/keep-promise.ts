import { uuidFor } from '../../shared/uuid.ts';
import { type ChangeDeps, change, type Step } from '../changing.ts';
import type { Answer } from '../model/answer.ts';
import type { Turn } from '../model/conversation.ts';
import { messagesOfTurn } from '../model/log.ts';
import type { Promised } from '../model/promise.ts';
import type { Stored } from '../store/conversations.ts';

export type KeepDeps = ChangeDeps & {
  newId: () => string;
  readWithAsked: (id: string, turnId: string) => Promise<{ conversation?: Stored; asked?: number }>;
  dropPromise: (promised: Promised) => Promise<void>;
};

/** A question of the conversation is being answered right now. Retried. */
export class TurnUnderWayError extends Error {
  override name = 'TurnUnderWayError';
}

/** Answers a question in its conversation that could not be answered before: a turn of its own, once. */
export const keepPromise = async (
  deps: KeepDeps,
  promised: Promised,
  answer: Answer,
  siteVersion: number,
): Promise<void> => {
  const { conversationId, turn: before, question } = promised;
  const turnId = uuidFor(`later ${conversationId} ${before}`);
  let asked: number | undefined;
  const read = async (): Promise<Stored | undefined> => {
    const found = await deps.readWithAsked(conversationId, turnId);
    asked = found.asked;
    return found.conversation;
  };
  await change({ ...deps, read }, conversationId, ({ accepted, answered, lastSeq }): Step<void> => {
    if (asked !== undefined) return { result: undefined };
    if (accepted > answered) throw new TurnUnderWayError(`Turn ${answered + 1} of ${conversationId} comes first.`);
    const at = new Date(deps.now()).toISOString();
    const number = accepted + 1;
    const turn: Turn = {
      ...{ turn: number, turnId, text: question, correlationId: deps.newId(), progress: [] },
      accepted: { seq: lastSeq + 1, at },
      final: { seq: lastSeq + 2, at, answer, question, siteVersion, holder: 'ask-again' },
    };
    const to = {
      lastSeq: lastSeq + 2,
      accepted: number,
      answered: number,
      activeAt: deps.now(),
      state: 'open' as const,
    };
    return { commit: { to, turn, isNew: true }, tell: messagesOfTurn(turn), result: undefined };
  });
  await deps.dropPromise(promised);
};
