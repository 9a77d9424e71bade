import type { PersonRequested } from '@marquee/events/schemas/person-requested.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import type { Visitor } from '../../shared/visitor.ts';
import { type ChangeDeps, change, existing, expiryAt, type Step } from '../changing.ts';
import { handOver } from '../hand-over.ts';
import { OF_CONVERSATION } from '../ids.ts';
import { checkToken, issueToken, type TokenDeps } from '../token.ts';

export const RequestPersonInput = z.strictObject(OF_CONVERSATION);
export type RequestPersonInput = z.infer<typeof RequestPersonInput>;

type Deps = TokenDeps &
  ChangeDeps & {
    newId: () => string;
    readTicket: (ticketId: string) => Promise<{ correlationId: string } | undefined>;
    publish: (detail: PersonRequested) => Promise<void>;
  };

/**
 * Asks for a person: a ticket with the conversation. While one waits, asking again is the same. The token answered is good for as
 * long as the conversation is kept, because a person may take hours.
 */
export const createRequestPerson =
  (deps: Deps) =>
  async ({ id, token }: RequestPersonInput, { requestId }: Visitor) => {
    await checkToken(deps, id, token);
    const read = async () => existing(await deps.read(id), deps.now());
    const opened = await change({ ...deps, read }, id, async (conversation): Promise<Step<Opened>> => {
      const { ticket, lastSeq, locale, expiresAt } = conversation;
      if (ticket?.state === 'waiting') {
        const { correlationId = deps.newId() } = (await deps.readTicket(ticket.ticketId)) ?? {};
        return { result: { ticketId: ticket.ticketId, correlationId, expiresAt } };
      }
      const occasion = { seq: lastSeq + 1, at: new Date(deps.now()).toISOString(), locale };
      const over = handOver(conversation, { ...occasion, reason: 'asked', correlationId: deps.newId() });
      const { ticketId, correlationId } = over.ticket;
      return {
        commit: { to: { ...over.to, activeAt: deps.now(), misses: 0 }, note: over.note, ticket: over.ticket },
        tell: [over.note],
        result: { ticketId, correlationId, expiresAt: expiryAt(deps.now()) },
      };
    });
    const { ticketId, correlationId, expiresAt } = opened as Opened;
    await deps.publish({
      metadata: {
        eventId: uuidFor(`PersonRequested ${ticketId}`),
        correlationId,
        causationId: requestId,
        occurredAt: new Date(deps.now()).toISOString(),
        version: 1,
      },
      data: { conversationId: id, ticketId },
    });
    return { ticketId, correlationId, ...(await issueToken(deps, id, expiresAt * 1000)) };
  };

type Opened = { ticketId: string; correlationId: string; expiresAt: number };
