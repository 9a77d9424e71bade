import { task } from '../../shared/task.ts';
import { readTicket } from '../store/tickets.ts';
import { changing } from '../wiring.ts';
import { createExpireTicket, ExpireTicketInput } from './step.ts';

export const handler = task(ExpireTicketInput, createExpireTicket({ ...changing, readTicket }));
