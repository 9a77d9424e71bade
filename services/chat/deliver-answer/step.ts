import * as z from 'zod';
import { failedAnswer } from '../answering/compose.ts';
import { type Committing, change, type Step } from '../changing.ts';
import { handOver } from '../hand-over.ts';
import { OF_TURN } from '../ids.ts';
import { type Answer, Answer as AnswerSchema } from '../model/answer.ts';
import type { Turn } from '../model/conversation.ts';
import type { Message } from '../model/message.ts';
import { type PushDeps, push } from '../push.ts';
import { MOST_MISSES } from '../settings.ts';
import type { Stored } from '../store/conversations.ts';

export const DeliverAnswerInput = z.strictObject({
  ...OF_TURN,
  /** Left out where no answer could be made. */
  answer: AnswerSchema.optional(),
  /** The question as it was understood. */
  question: z.string().optional(),
  siteVersion: z.int().nonnegative(),
  /** The language of the page, for who cannot be answered. */
  locale: z.string(),
});
export type DeliverAnswerInput = z.infer<typeof DeliverAnswerInput>;

type Deps = Committing &
  PushDeps & {
    readTurn: (id: string, turn: number) => Promise<Turn | undefined>;
  };

export type Delivered = { outcome: string; locale: string; more: boolean; ticketId?: string };

/** Outcomes that leave the fan without what was asked for. */
const MISSES: ReadonlySet<string> = new Set(['unknown', 'failed']);

/**
 * Keeps the answer and tells the fan: once, whoever comes second changes nothing. Where the fan wants a person, or had no answer
 * again, a ticket is opened with it.
 */
export const createDeliverAnswer =
  (deps: Deps) =>
  async ({
    conversationId,
    turn,
    holder,
    answer,
    question,
    siteVersion,
    locale,
  }: DeliverAnswerInput): Promise<Delivered> => {
    const reply: Answer = answer ?? failedAnswer(locale);
    let told: Message[] = [];
    const delivered = await change(deps, conversationId, async (conversation): Promise<Step<Delivered>> => {
      const known = await deps.readTurn(conversationId, turn);
      const more = conversation.accepted > turn;
      if (!known) return { result: { outcome: 'gone', locale, more: false } };
      if (known.final) {
        const { seq, at, answer: kept } = known.final;
        // It may have been written down and not been told.
        told = [{ type: 'final', seq, at, turn, turnId: known.turnId, answer: kept }];
        return { result: { outcome: kept.outcome, locale: kept.locale, more, ...ticketOf(conversation) } };
      }
      if (conversation.lease?.holder !== holder) return { result: { outcome: 'lost', locale, more: false } };
      const at = new Date(deps.now()).toISOString();
      const final = { seq: conversation.lastSeq + 1, at };
      const misses = MISSES.has(reply.outcome) ? conversation.misses + 1 : 0;
      const wanted = reply.outcome === 'person' || misses >= MOST_MISSES;
      const reason = reply.outcome === 'person' ? 'asked' : 'no-answer';
      const occasion = {
        seq: final.seq + 1,
        at,
        locale: reply.locale,
        reason,
        correlationId: known.correlationId,
      } as const;
      const over = wanted && conversation.ticket?.state !== 'waiting' ? handOver(conversation, occasion) : undefined;
      told = [{ type: 'final', ...final, turn, turnId: known.turnId, answer: reply }, ...(over ? [over.note] : [])];
      return {
        commit: {
          to: {
            ...{ lastSeq: final.seq, answered: turn, misses: over ? 0 : misses, lease: undefined },
            ...over?.to,
          },
          turn: { ...known, final: { ...final, answer: reply, question: question ?? known.text, siteVersion, holder } },
          ...(over ? { note: over.note, ticket: over.ticket } : {}),
        },
        result: {
          outcome: reply.outcome,
          locale: reply.locale,
          more,
          ...(over ? { ticketId: over.ticket.ticketId } : {}),
        },
      };
    });
    if (told.length > 0) await push(deps, conversationId, told);
    return delivered ?? { outcome: 'gone', locale, more: false };
  };

const ticketOf = ({ ticket }: Stored): { ticketId?: string } =>
  ticket?.state === 'waiting' ? { ticketId: ticket.ticketId } : {};
