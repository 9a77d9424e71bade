import * as z from 'zod';
import { shownTicket } from '../list-tickets/step.ts';
import type { Turn } from '../model/conversation.ts';
import type { Ticket } from '../model/ticket.ts';
import { existingTicket } from '../reply-to-ticket/step.ts';
import { MOST_TURNS } from '../settings.ts';

export const ShowTicketInput = z.strictObject({ id: z.uuid('expected the identifier of a ticket') });
export type ShowTicketInput = z.infer<typeof ShowTicketInput>;

type Deps = {
  readTicket: (ticketId: string) => Promise<Ticket | undefined>;
  readTurns: (conversationId: string, from: number, to: number) => Promise<Turn[]>;
};

/** A ticket with all that was said in its conversation. */
export const createShowTicket =
  ({ readTicket, readTurns }: Deps) =>
  async ({ id }: ShowTicketInput) => {
    const ticket = existingTicket(await readTicket(id), id);
    const turns = await readTurns(ticket.conversationId, 1, MOST_TURNS);
    const transcript = turns.map(({ turn, text, accepted, final }) => ({
      ...{ turn, question: text, askedAt: accepted.at },
      ...(final ? { outcome: final.answer.outcome, answer: final.answer.text, sources: final.answer.sources } : {}),
    }));
    return { ...shownTicket(ticket), transcript };
  };
