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
export const catchUp = async (
  { readTurns, readNotes }: CatchUpDeps,
  { conversationId, accepted, lastSeq }: Pick<Stored, 'conversationId' | 'accepted' | 'lastSeq'>,
  after: number,
): Promise<Message[]> => {
  if (after >= lastSeq) return [];
  const notes = readNotes(conversationId, after);
  const turns: Turn[] = [];
  for (let to = accepted; to > 0; to -= AT_A_TIME) {
    const found = await readTurns(conversationId, Math.max(1, to - AT_A_TIME + 1), to);
    turns.unshift(...found);
    const seen = found.find(({ final }) => final !== undefined);
    if (seen?.final && seen.final.seq <= after) break;
  }
  return messagesAfter(after, turns, await notes).filter(({ seq }) => seq <= lastSeq);
};
