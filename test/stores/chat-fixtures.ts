import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Conversation, Note, Turn } from '../../services/chat/model/conversation.ts';
import type { Commit } from '../../services/chat/store/conversations.ts';
import type { ChatStore } from './chat-stores.ts';

export const AT = '2026-03-01T10:00:00.000Z';
export const EXPIRY = { expiresAt: 4_000_000_000 };

export const conversationOf = (conversationId: string): Conversation => ({
  ...{ conversationId, locale: 'en', openedAt: AT, activeAt: 1, state: 'open' },
  ...{ lastSeq: 0, told: 0, accepted: 0, answered: 0, misses: 0 },
});
export const turnOf = (turn: number, more: Partial<Turn> = {}): Turn => ({
  ...{ turn, turnId: randomUUID(), text: 'When?', correlationId: 'a-story', progress: [] },
  accepted: { seq: turn, at: AT },
  ...more,
});
export const noteOf = (seq: number): Note => ({ type: 'closed', reason: 'idle', seq, at: AT });

/** A new conversation of a store. */
export const openConversation = async (store: ChatStore) => {
  const id = randomUUID();
  await store.open(conversationOf(id), EXPIRY);
  const stored = async () => (await store.read(id)) ?? expect.fail('it is gone');
  const commit = async (step: Partial<Commit> = {}): Promise<boolean> => {
    const from = step.from ?? (await stored());
    return store.commit({ from, to: { lastSeq: from.lastSeq + 1 }, ...step }, EXPIRY);
  };
  return { id, stored, commit };
};
