import type { Asked, Subject } from '../model/asked.ts';
import type { Feedback } from '../model/feedback.ts';
import type { Ask, Gap } from '../model/gap.ts';
import type { Promised } from '../model/promise.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Counted } from '../store/asked.ts';
import type { TicketChange } from '../store/tickets.ts';
import { copy, pageOf } from './memory-pages.ts';

type Page = { limit: number; after?: string };
type OfTurn = { conversationId: string; turn: number };
const nameOf = ({ conversationId, turn }: OfTurn): string => `${conversationId}#${turn}`;

/** Tickets in memory, with the conditions that the real ones are written with. */
export const memoryTickets = () => {
  const tickets = new Map<string, Ticket>();
  const fits = ({ ticketId, replies }: TicketChange): boolean => tickets.get(ticketId)?.replies.length === replies;
  const change = ({ ticketId, state, reply }: TicketChange): void => {
    const found = tickets.get(ticketId);
    if (found) tickets.set(ticketId, copy({ ...found, state, replies: [...found.replies, ...(reply ? [reply] : [])] }));
  };
  const calls = {
    readTicket: async (ticketId: string): Promise<Ticket | undefined> => {
      const found = tickets.get(ticketId);
      return found && copy(found);
    },
    endWait: async (ticketId: string): Promise<void> => {
      const { taskToken: _, ...found } = tickets.get(ticketId) ?? {};
      if (tickets.has(ticketId)) tickets.set(ticketId, found as Ticket);
    },
    listTickets: async (state: Ticket['state'], page: Page): Promise<{ tickets: Ticket[]; next?: string }> => {
      const listed = [...tickets.values()].filter((ticket) => ticket.state === state);
      const all = listed.map((value) => ({ at: `${value.openedAt}#${value.ticketId}`, value }));
      const { values, ...next } = pageOf(all, page);
      return { tickets: values, ...next };
    },
  };
  return { tickets, fits, change, calls };
};

/** Groups of unanswered questions in memory. */
export const memoryGaps = () => {
  const gaps = new Map<string, Gap>();
  const asks = new Map<string, Ask>();
  const calls = {
    readGap: async (gapId: string): Promise<Gap | undefined> => {
      const found = gaps.get(gapId);
      return found && copy(found);
    },
    readAsks: async (gapId: string): Promise<Ask[]> => {
      const found = [...asks.values()].filter((ask) => ask.gapId === gapId);
      return copy(found.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)));
    },
    listGaps: async (state: Gap['state'], page: Page): Promise<{ gaps: Gap[]; next?: string }> => {
      const listed = [...gaps.values()].filter((gap) => gap.state === state);
      const all = listed.map((value) => ({ at: `${value.lastAt}#${value.gapId}`, value }));
      const { values, ...next } = pageOf(all, page, { newestFirst: true });
      return { gaps: values, ...next };
    },
    noteAsk: async (gap: Gap, from: Gap | undefined, ask: Ask, _expiresAt: number): Promise<boolean> => {
      if (asks.has(nameOf(ask))) return true;
      const found = gaps.get(gap.gapId);
      if (found?.count !== from?.count || found?.state !== from?.state) return false;
      gaps.set(gap.gapId, copy(gap));
      asks.set(nameOf(ask), copy(ask));
      return true;
    },
    changeGap: async (from: Gap, to: Gap): Promise<boolean> => {
      const found = gaps.get(to.gapId);
      if (found?.count !== from.count || found.state !== from.state) return false;
      gaps.set(to.gapId, copy(to));
      return true;
    },
    noteAgain: async (ask: Ask, again: NonNullable<Ask['again']>): Promise<void> => {
      const found = asks.get(nameOf(ask));
      if (found) asks.set(nameOf(ask), copy({ ...found, again }));
    },
  };
  return { gaps, asks, calls };
};

/** Questions that are kept for later, and what fans said of answers, in memory. */
export const memoryWords = () => {
  const promises = new Map<string, Promised>();
  const feedback = new Map<string, Feedback>();
  const at = (each: OfTurn & { at: string }) => ({ at: `${each.at}#${nameOf(each)}`, value: each });
  const calls = {
    putPromise: async (promised: Promised, _expiresAt: number): Promise<void> =>
      void promises.set(nameOf(promised), copy(promised)),
    listPromises: async (after?: string): Promise<{ promises: Promised[]; next?: string }> => {
      const page = { limit: 100, ...(after ? { after } : {}) };
      const { values, ...next } = pageOf([...promises.values()].map(at), page);
      return { promises: values as Promised[], ...next };
    },
    dropPromise: async (promised: Promised): Promise<void> => void promises.delete(nameOf(promised)),
    putFeedback: async (said: Feedback, _expiresAt: number): Promise<void> =>
      void feedback.set(nameOf(said), copy(said)),
    listFeedback: async (
      verdict: Feedback['verdict'],
      page: Page,
    ): Promise<{ feedback: Feedback[]; next?: string }> => {
      const listed = [...feedback.values()].filter((said) => said.verdict === verdict);
      const { values, ...next } = pageOf(listed.map(at), page, { newestFirst: true });
      return { feedback: values as Feedback[], ...next };
    },
  };
  return { promises, feedback, calls };
};

/** Counts of what is asked about, in memory. */
export const memoryAsked = () => {
  const marks = new Set<string>();
  const counts = new Map<string, Asked & { locale: string; day: string }>();
  const calls = {
    countAsked: async ({ locale, day, ...turn }: Counted, subject: Subject, _now: number): Promise<boolean> => {
      if (marks.has(nameOf(turn))) return true;
      marks.add(nameOf(turn));
      const key = `${locale} ${day} ${subject.subject}`;
      counts.set(key, copy({ ...subject, locale, day, count: (counts.get(key)?.count ?? 0) + 1 }));
      return true;
    },
    readAsked: async (locale: string, from: string): Promise<Asked[]> => {
      const found = [...counts.values()].filter((each) => each.locale === locale && each.day >= from);
      return found
        .sort((one, other) => (`${one.day}#${one.subject}` < `${other.day}#${other.subject}` ? -1 : 1))
        .map(({ locale: _, day: __, ...asked }) => copy(asked));
    },
  };
  return { calls };
};
