import * as z from 'zod';
import type { RecentTurn } from '../answering/understood.ts';
import { type ChangeDeps, change, type Step, type TurnDeps, turnOf } from '../changing.ts';
import { OF_TURN } from '../ids.ts';
import type { Turn } from '../model/conversation.ts';
import { recentOf } from '../recent.ts';
import { LEASE, REMEMBERED } from '../settings.ts';
import type { Stored } from '../store/conversations.ts';

export const BeginTurnInput = z.strictObject(OF_TURN);
export type BeginTurnInput = z.infer<typeof BeginTurnInput>;

type Deps = ChangeDeps & TurnDeps & { readTurns: (id: string, from: number, to: number) => Promise<readonly Turn[]> };

/** What the steps behind it need to answer the question. */
export type Asked = { text: string; locale: string; territory?: string; recent: RecentTurn[] };

export type Begun =
  /** This execution answers `turn` now: the next one of the conversation, which may be an earlier one than it was started for. */
  | { state: 'begun'; turn: number; asked: Asked; trace: { correlationId: string }; seen: Stored }
  /** Another execution is at an earlier turn. */
  | { state: 'waiting' }
  | { state: 'done'; turn: number; outcome: string; locale: string; siteVersion: number; ticketId?: string }
  /** The fan had it forgotten. */
  | { state: 'gone' };

/**
 * Takes the conversation's next turn for this execution alone, so that turns are answered in order and each once, and tells the
 * fan that it is being answered. Begun again by the same execution it begins anew; another one takes over when the lease ends.
 */
export const createBeginTurn =
  (deps: Deps) =>
  async ({ conversationId, turn, holder }: BeginTurnInput): Promise<Begun> => {
    const begun = await change(deps, conversationId, async (conversation): Promise<Step<Begun>> => {
      const { lease, answered, lastSeq } = conversation;
      if (answered >= turn) return { result: doneOf(await turnOf(deps, conversation, turn), conversation) };
      if (lease && lease.holder !== holder && lease.until > deps.now()) return { result: { state: 'waiting' } };
      const number = answered + 1;
      const next = await turnOf(deps, conversation, number);
      if (!next) return { result: { state: 'gone' } };
      const typing = { type: 'typing' as const, seq: lastSeq + 1, at: new Date(deps.now()).toISOString() };
      const to = { lastSeq: typing.seq, lease: { holder, until: deps.now() + LEASE } };
      const begunTurn = { ...next, progress: [...next.progress, typing] };
      return {
        commit: { to, turn: begunTurn },
        tell: [{ ...typing, turn: number }],
        result: {
          state: 'begun',
          turn: number,
          asked: askedOf(conversation, next, recentOf(await before(deps, conversation, number))),
          trace: { correlationId: next.correlationId },
          seen: { ...conversation, ...to, told: typing.seq, latest: [begunTurn] },
        },
      };
    });
    return begun ?? { state: 'gone' };
  };

/** The turns before one, as far as they are remembered, the oldest first. */
const before = async (deps: Deps, { conversationId, latest }: Stored, number: number): Promise<readonly Turn[]> => {
  const first = Math.max(1, number - REMEMBERED);
  const known = latest.filter(({ turn }) => turn >= first && turn < number);
  return known.length === number - first ? known : deps.readTurns(conversationId, first, number - 1);
};

const askedOf = ({ locale, territory }: Stored, { text }: Turn, recent: RecentTurn[]): Asked => ({
  ...{ text, locale, recent },
  ...(territory ? { territory } : {}),
});

const doneOf = (turn: Turn | undefined, { ticket }: Stored): Begun =>
  turn?.final
    ? {
        ...{ state: 'done', turn: turn.turn, outcome: turn.final.answer.outcome, locale: turn.final.answer.locale },
        siteVersion: turn.final.siteVersion,
        ...(ticket?.state === 'waiting' ? { ticketId: ticket.ticketId } : {}),
      }
    : { state: 'gone' };
