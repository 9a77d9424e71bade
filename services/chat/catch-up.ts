import type { Note, Turn } from './model/conversation.ts';
import { messagesAfter } from './model/log.ts';
import type { Message } from './model/message.ts';
import type { Stored } from './store/conversations.ts';

export type CatchUpDeps = {
  readTurns: (id: string, from: number, to: number) => Promise<Turn[]>;
  readNotes: (id: string, after: number) => Promise<Note[]>;
};

/** Turns that are read at a time, from the newest backwards. */
const AT_A_TIME = 20;

/**
 * The messages behind `after`, up to the conversation's last one as it was read. Turns are answered in order, so those before one
 * whose final message was seen have nothing new.
 */
export const catchUp = async (deps: CatchUpDeps, conversation: Read, after: number): Promise<Message[]> => {
  const { conversationId, lastSeq } = conversation;
  if (after >= lastSeq) return [];
  const [turns, notes] = await Promise.all([
    turnsBehind(deps, conversation, after),
    deps.readNotes(conversationId, after),
  ]);
  return messagesAfter(after, turns, notes).filter(({ seq }) => seq <= lastSeq);
};

type Read = Pick<Stored, 'conversationId' | 'accepted' | 'lastSeq'>;

const turnsBehind = async (
  { readTurns }: CatchUpDeps,
  { conversationId, accepted }: Read,
  after: number,
): Promise<Turn[]> => {
  const turns: Turn[] = [];
  for (let to = accepted; to > 0; to -= AT_A_TIME) {
    const found = await readTurns(conversationId, Math.max(1, to - AT_A_TIME + 1), to);
    turns.unshift(...found);
    const seen = found.find(({ final }) => final !== undefined);
    if (seen?.final && seen.final.seq <= after) break;
  }
  return turns;
};
