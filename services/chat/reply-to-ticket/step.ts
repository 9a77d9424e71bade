import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { type ChangeDeps, change, type Step } from '../changing.ts';
import type { Note } from '../model/conversation.ts';
import type { Ticket } from '../model/ticket.ts';

/** Characters of a reply. */
const LONGEST = 4_000;

export const ReplyToTicketInput = z.strictObject({
  id: z.uuid('expected the identifier of a ticket'),
  replyId: z.uuid('expected a UUID that the client makes for this reply'),
  text: z.string('expected the reply as text').trim().min(1, 'expected a reply').max(LONGEST),
});
export type ReplyToTicketInput = z.infer<typeof ReplyToTicketInput>;

type Deps = ChangeDeps & {
  readTicket: (ticketId: string) => Promise<Ticket | undefined>;
  /** Lets the workflow go on that waits for a reply; one that does not wait any more counts as well. */
  goOn: (taskToken: string, output: object) => Promise<void>;
  /** Notes that none waits any more. */
  endWait: (ticketId: string) => Promise<void>;
};

/** The ticket. Throws a `Refusal` where there is none. */
export const existingTicket = (found: Ticket | undefined, ticketId: string): Ticket => {
  if (found) return found;
  throw new Refusal(404, 'no-such-ticket', `There is no ticket ${ticketId}.`, 'id');
};

/**
 * Says something to the fan in the name of the staff: it is a message of the conversation before this resolves. The same
 * `replyId` is the same reply. The first one ends the waiting.
 */
export const createReplyToTicket =
  (deps: Deps) =>
  async ({ id, replyId, text }: ReplyToTicketInput, { name }: Caller) => {
    const { conversationId } = existingTicket(await deps.readTicket(id), id);
    const said = await change(deps, conversationId, async ({ lastSeq, ticket }): Promise<Step<{ seq: number }>> => {
      // Read behind the conversation: what is written below rests on both.
      const { replies } = existingTicket(await deps.readTicket(id), id);
      const known = replies.find((each) => each.replyId === replyId);
      if (known) return { result: { seq: known.seq } };
      const at = new Date(deps.now()).toISOString();
      const seq = lastSeq + 1;
      const note: Note = { type: 'hand-over', state: 'answered', ticketId: id, text, seq, at };
      return {
        commit: {
          to: {
            ...{ lastSeq: seq, activeAt: deps.now(), state: 'open' },
            ...(ticket?.ticketId === id ? { ticket: { ticketId: id, state: 'answered' } } : {}),
          },
          note,
          ticketChange: {
            ...{ ticketId: id, state: 'answered', replies: replies.length },
            reply: { replyId, text, by: name, at, seq },
          },
        },
        tell: [note],
        result: { seq },
      };
    });
    if (!said)
      throw new Refusal(410, 'conversation-gone', 'The fan had the conversation forgotten, or its time is over.', 'id');
    const { taskToken, correlationId } = existingTicket(await deps.readTicket(id), id);
    if (taskToken) {
      await deps.goOn(taskToken, { ticketId: id, state: 'answered' });
      await deps.endWait(id);
    }
    return { ticketId: id, ...said, correlationId };
  };
