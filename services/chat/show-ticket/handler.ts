import { api } from '../../shared/api.ts';
import { STAFF } from '../staff.ts';
import { readTurns } from '../store/conversations.ts';
import { readTicket } from '../store/tickets.ts';
import { createShowTicket, ShowTicketInput } from './step.ts';

export const handler = api(
  { allow: STAFF, input: ShowTicketInput, status: 200 },
  createShowTicket({ readTicket, readTurns }),
);
