import { api } from '../../shared/api.ts';
import { STAFF } from '../staff.ts';
import { endWait, readTicket } from '../store/tickets.ts';
import { goOn } from '../store/workflow.ts';
import { changing } from '../wiring.ts';
import { createReplyToTicket, ReplyToTicketInput } from './step.ts';

export const handler = api(
  { allow: STAFF, input: ReplyToTicketInput, status: 201 },
  createReplyToTicket({ ...changing, readTicket, goOn, endWait }),
);
