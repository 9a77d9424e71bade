import { api } from '../../shared/api.ts';
import { STAFF } from '../staff.ts';
import { listTickets } from '../store/tickets.ts';
import { createListTickets, ListTicketsInput } from './step.ts';

export const handler = api({ allow: STAFF, input: ListTicketsInput, status: 200 }, createListTickets({ listTickets }));
