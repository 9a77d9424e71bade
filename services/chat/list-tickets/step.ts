import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import type { Ticket } from '../model/ticket.ts';

export const ListTicketsInput = z.strictObject({
  ...PAGING,
  state: z.enum(['waiting', 'answered', 'timed-out']).default('waiting'),
});
export type ListTicketsInput = z.infer<typeof ListTicketsInput>;

type Deps = {
  listTickets: (
    state: Ticket['state'],
    page: { limit: number; after?: string },
  ) => Promise<{ tickets: Ticket[]; next?: string }>;
};

/** What staff see of a ticket: all but what lets the workflow go on. */
export const shownTicket = ({ taskToken: _, ...ticket }: Ticket): Omit<Ticket, 'taskToken'> => ticket;

/** Fans who wait for a person, or did, those that wait longest first. */
export const createListTickets =
  ({ listTickets }: Deps) =>
  async ({ state, limit, next }: ListTicketsInput) => {
    const found = await listTickets(state, { limit, after: afterOf(next) });
    return { tickets: found.tickets.map(shownTicket), next: nextOf(found.next) };
  };
