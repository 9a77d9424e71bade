import { type Committing, change, type Step } from './changing.ts';
import type { Turn } from './model/conversation.ts';
import type { Message } from './model/message.ts';
import { type PushDeps, push } from './push.ts';

export type StreamDeps = Committing & PushDeps & { readTurn: (id: string, turn: number) => Promise<Turn | undefined> };

export type TurnInHand = { conversationId: string; turn: number; holder: string };

/** Another execution has taken the turn over, or the fan had it forgotten: nothing is to be said any more. Terminal. */
export class TurnLostError extends Error {
  override name = 'TurnLostError';
}

/** Writes the next pieces of an answer down and tells the fan. Throws `TurnLostError` where the turn is somebody else's by now. */
export const streamParts = async (
  deps: StreamDeps,
  { conversationId, turn, holder }: TurnInHand,
  pieces: readonly string[],
): Promise<void> => {
  if (pieces.length === 0) return;
  const told = await change(deps, conversationId, async ({ lease, lastSeq }): Promise<Step<Message[]>> => {
    const known = lease?.holder === holder ? await deps.readTurn(conversationId, turn) : undefined;
    if (!known || known.final) return { result: [] };
    const at = new Date(deps.now()).toISOString();
    const parts = pieces.map((text, index) => ({ type: 'part' as const, seq: lastSeq + 1 + index, at, text }));
    return {
      commit: { to: { lastSeq: lastSeq + parts.length }, turn: { ...known, progress: [...known.progress, ...parts] } },
      result: parts.map((part) => ({ ...part, turn })),
    };
  });
  if (!told || told.length === 0)
    throw new TurnLostError(`Turn ${turn} of ${conversationId} is not this execution's any more.`);
  await push(deps, conversationId, told);
};
