import type { Ticket } from '../model/ticket.ts';

export const ticketKey = (ticketId: string) => ({ pk: `TICKET#${ticketId}`, sk: 'TICKET' });

/** A ticket as it lies in the table, listed with those of its state, the oldest first. */
export const ticketItem = (ticket: Ticket) => ({
  ...ticketKey(ticket.ticketId),
  listPk: `TICKETS#${ticket.state}`,
  listSk: `${ticket.openedAt}#${ticket.ticketId}`,
  ...ticket,
});
