import { TurnAnswered } from '@marquee/events/schemas/turn-answered.ts';
import * as z from 'zod';
import type { Subject } from '../model/asked.ts';
import type { Turn } from '../model/conversation.ts';
import type { Counted } from '../store/asked.ts';

export const AnsweredEvent = z.object({ detail: TurnAnswered.tolerant });
export type AnsweredEvent = z.infer<typeof AnsweredEvent>;

type Deps = {
  now: () => number;
  readTurn: (conversationId: string, turn: number) => Promise<Turn | undefined>;
  countAsked: (counted: Counted, subject: Subject, now: number) => Promise<boolean>;
  pause: (milliseconds: number) => Promise<void>;
};

/** Others counted the same at the same moment, again and again. Retried. */
export class CountBusyError extends Error {
  override name = 'CountBusyError';
}

const MOST_TRIES = 8;

/** What an answer was about: the first of its sources, else what became of the question. */
const subjectOf = ({ answer: { outcome, sources } }: NonNullable<Turn['final']>): Subject => {
  const [source] = sources;
  if (!source) return { subject: outcome, title: '', outcome };
  const { path, title, itemId } = source;
  return { subject: itemId ?? path, title, outcome, ...(itemId === undefined ? {} : { itemId }) };
};

/** Notes what a question was about, so that what is asked most can be told; the same turn counts once. */
export const createCountQuestion =
  ({ now, readTurn, countAsked, pause }: Deps) =>
  async ({ detail: { metadata, data } }: AnsweredEvent): Promise<void> => {
    const { conversationId, turn, locale } = data;
    const { final } = (await readTurn(conversationId, turn)) ?? {};
    // Forgotten since: nothing of it is counted.
    if (!final) return;
    const counted = {
      ...{ conversationId, turn, locale },
      day: metadata.occurredAt.slice(0, 10),
      shard: Number.parseInt(conversationId.slice(0, 2), 16),
    };
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      if (await countAsked(counted, subjectOf(final), now())) return;
      await pause(20 * 2 ** attempt);
    }
    throw new CountBusyError(`Turn ${turn} of ${conversationId} could not be counted.`);
  };
