import { uuidFor } from '../shared/uuid.ts';
import { wordsOf } from './answering/words.ts';
import type { Conversation, Note } from './model/conversation.ts';
import type { Ticket } from './model/ticket.ts';

type Occasion = { seq: number; at: string; locale: string; reason: Ticket['reason']; correlationId: string };

/** What a conversation gets when a person is asked for: a ticket, and a message that says so. */
export const handOver = (
  { conversationId }: Conversation,
  { seq, at, locale, reason, correlationId }: Occasion,
): { to: Pick<Conversation, 'lastSeq' | 'ticket'> & { lastSeq: number }; note: Note; ticket: Ticket } => {
  const ticketId = uuidFor(`ticket ${conversationId} ${seq}`);
  return {
    to: { lastSeq: seq, ticket: { ticketId, state: 'waiting' } },
    note: { type: 'hand-over', state: 'waiting', ticketId, text: wordsOf(locale).personWaiting, seq, at },
    ticket: { ticketId, conversationId, locale, state: 'waiting', reason, openedAt: at, correlationId, replies: [] },
  };
};
