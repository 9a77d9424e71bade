import * as z from 'zod';
import { wordsOf } from '../answering/words.ts';
import { type ChangeDeps, change, type Step } from '../changing.ts';
import { ConversationId } from '../ids.ts';
import type { Note } from '../model/conversation.ts';
import type { Ticket } from '../model/ticket.ts';

export const ExpireTicketInput = z.strictObject({ conversationId: ConversationId, ticketId: z.uuid() });
export type ExpireTicketInput = z.infer<typeof ExpireTicketInput>;

type Deps = ChangeDeps & { readTicket: (ticketId: string) => Promise<Ticket | undefined> };

/** Tells the fan that nobody came in time. A ticket that was answered, or forgotten, stays as it is; once more changes nothing. */
export const createExpireTicket =
  (deps: Deps) =>
  async ({ conversationId, ticketId }: ExpireTicketInput): Promise<{ state: Ticket['state'] | 'gone' }> => {
    const state = await change(
      deps,
      conversationId,
      async ({ lastSeq, ticket }): Promise<Step<Ticket['state'] | 'gone'>> => {
        const found = await deps.readTicket(ticketId);
        if (found?.state !== 'waiting') return { result: found?.state ?? 'gone' };
        const seq = lastSeq + 1;
        const at = new Date(deps.now()).toISOString();
        const text = wordsOf(found.locale).personTimedOut;
        const note: Note = { type: 'hand-over', state: 'timed-out', ticketId, text, seq, at };
        const own = ticket?.ticketId === ticketId ? { ticket: { ticketId, state: 'timed-out' as const } } : {};
        return {
          commit: {
            to: { lastSeq: seq, ...own },
            note,
            ticketChange: { ticketId, state: 'timed-out', replies: found.replies.length },
          },
          tell: [note],
          result: 'timed-out',
        };
      },
    );
    return { state: state ?? 'gone' };
  };
