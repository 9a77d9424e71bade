import { Refusal } from '../shared/refusal.ts';
import type { TurnDeps } from './changing.ts';
import type { Turn } from './model/conversation.ts';

export type AnsweredTurn = Turn & { final: NonNullable<Turn['final']> };

/** A turn that has its answer. Throws a `Refusal` where there is none. */
export const answeredTurn = async ({ readTurn }: TurnDeps, id: string, turn: number): Promise<AnsweredTurn> => {
  const found = await readTurn(id, turn);
  if (found?.final) return { ...found, final: found.final };
  throw new Refusal(404, 'no-such-answer', `The conversation has no answer to a turn ${turn}.`, 'turn');
};
