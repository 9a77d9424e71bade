import { type ChangeDeps, change, type Step, type TurnDeps, turnOf } from './changing.ts';

export type TurnInHand = { conversationId: string; turn: number; holder: string };

/** Another execution has taken the turn over, or the fan had it forgotten: nothing is to be said any more. Terminal. */
export class TurnLostError extends Error {
  override name = 'TurnLostError';
}

/** Pieces of an answer as the messages that they become, the first with the number `seq`. */
export const partsOf = (pieces: readonly string[], seq: number, at: string) =>
  pieces.map((text, index) => ({ type: 'part' as const, seq: seq + index, at, text }));

/** Writes the next pieces of an answer down and tells the fan. Throws `TurnLostError` where the turn is somebody else's by now. */
export const streamParts = async (
  deps: ChangeDeps & TurnDeps,
  { conversationId, turn, holder }: TurnInHand,
  pieces: readonly string[],
): Promise<void> => {
  const told = await change(deps, conversationId, async (conversation): Promise<Step<boolean>> => {
    const { lease, lastSeq } = conversation;
    const known = lease?.holder === holder ? await turnOf(deps, conversation, turn) : undefined;
    if (!known || known.final) return { result: false };
    const parts = partsOf(pieces, lastSeq + 1, new Date(deps.now()).toISOString());
    return {
      commit: { to: { lastSeq: lastSeq + parts.length }, turn: { ...known, progress: [...known.progress, ...parts] } },
      tell: parts.map((part) => ({ ...part, turn })),
      result: true,
    };
  });
  if (!told) throw new TurnLostError(`Turn ${turn} of ${conversationId} is not this execution's any more.`);
};
