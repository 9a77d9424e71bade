import * as z from 'zod';
import { failedAnswer, pieces } from '../answering/compose.ts';
import { type ChangeDeps, change, type Step, type TurnDeps, turnOf } from '../changing.ts';
import { handOver } from '../hand-over.ts';
import { OF_TURN } from '../ids.ts';
import { type Answer, Answer as AnswerSchema } from '../model/answer.ts';
import type { Turn } from '../model/conversation.ts';
import type { Message } from '../model/message.ts';
import { MOST_MISSES } from '../settings.ts';
import type { Stored } from '../store/conversations.ts';
import { partsOf } from '../stream-parts.ts';

export const DeliverAnswerInput = z.strictObject({
  ...OF_TURN,
  /** Left out where no answer could be made. */
  answer: AnswerSchema.optional(),
  /** The question as it was understood. */
  question: z.string().optional(),
  siteVersion: z.int().nonnegative(),
  /** The language of the page, for who cannot be answered. */
  locale: z.string(),
  /** The conversation as `begin-turn` left it: need not be read again where nothing has come since. */
  seen: z.custom<Stored>((value) => typeof value === 'object' && value !== null && 'lastSeq' in value).optional(),
});
export type DeliverAnswerInput = z.infer<typeof DeliverAnswerInput>;

type Deps = ChangeDeps & TurnDeps;

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
    seen,
  }: DeliverAnswerInput): Promise<Delivered> => {
    const reply: Answer = answer ?? failedAnswer(locale);
    const delivered = await change(
      { ...deps, read: first(seen, deps.read) },
      conversationId,
      async (conversation): Promise<Step<Delivered>> => {
        const known = await turnOf(deps, conversation, turn);
        if (!known) return { result: { outcome: 'gone', locale, more: false } };
        const more = conversation.accepted > turn;
        if (known.final) {
          const { seq, at, answer: kept } = known.final;
          // It may have been written down and not been told.
          const tell: Message[] = [{ type: 'final', seq, at, turn, turnId: known.turnId, answer: kept }];
          return { tell, result: { outcome: kept.outcome, locale: kept.locale, more, ...ticketOf(conversation) } };
        }
        if (conversation.lease?.holder !== holder) return { result: { outcome: 'lost', locale, more: false } };
        const at = new Date(deps.now()).toISOString();
        const parts = partsOf(isStreamed(known) ? [] : pieces(reply), conversation.lastSeq + 1, at);
        const final = { seq: conversation.lastSeq + parts.length + 1, at };
        const { misses, over } = next(conversation, known, reply, final);
        return {
          commit: {
            to: { lastSeq: final.seq, answered: turn, misses, lease: undefined, ...over?.to },
            turn: {
              ...known,
              progress: [...known.progress, ...parts],
              final: { ...final, answer: reply, question: question ?? known.text, siteVersion, holder },
            },
            ...(over ? { note: over.note, ticket: over.ticket } : {}),
          },
          tell: [
            ...parts.map((part) => ({ ...part, turn })),
            { type: 'final', ...final, turn, turnId: known.turnId, answer: reply },
            ...(over ? [over.note] : []),
          ],
          result: {
            outcome: reply.outcome,
            locale: reply.locale,
            more,
            ...(over ? { ticketId: over.ticket.ticketId } : {}),
          },
        };
      },
    );
    return delivered ?? { outcome: 'gone', locale, more: false };
  };

/** What was seen counts once: where it does not hold any more, what is written on it is refused. */
const first = (seen: Stored | undefined, read: ChangeDeps['read']): ChangeDeps['read'] => {
  let known = seen;
  return async (conversationId) => {
    const found = known ?? (await read(conversationId));
    known = undefined;
    return found;
  };
};

/** Whether the fan has read the answer already as it was made. */
const isStreamed = ({ progress }: Turn): boolean => progress.at(-1)?.type === 'part';

/** Whether a person takes over after this answer, and how many answers in a row have said nothing. */
const next = (
  conversation: Stored,
  { correlationId }: Turn,
  { outcome, locale }: Answer,
  final: { seq: number; at: string },
) => {
  const misses = MISSES.has(outcome) ? conversation.misses + 1 : 0;
  const reason = outcome === 'person' ? 'asked' : 'no-answer';
  const wanted = reason === 'asked' || misses >= MOST_MISSES;
  if (!wanted || conversation.ticket?.state === 'waiting') return { misses };
  const occasion = { seq: final.seq + 1, at: final.at, locale, reason, correlationId } as const;
  return { misses: 0, over: handOver(conversation, occasion) };
};

const ticketOf = ({ ticket }: Stored): { ticketId?: string } =>
  ticket?.state === 'waiting' ? { ticketId: ticket.ticketId } : {};
