import { FeedbackGiven } from '@marquee/events/schemas/feedback-given.ts';
import { TurnAnswered } from '@marquee/events/schemas/turn-answered.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { keywordsOf } from '../answering/keywords.ts';
import type { Turn } from '../model/conversation.ts';
import type { Ask, Gap } from '../model/gap.ts';
import { KEPT } from '../settings.ts';

/** Events that say that a fan was not helped. */
export const UnhelpfulEvent = z.object({ detail: z.union([TurnAnswered.tolerant, FeedbackGiven.tolerant]) });
export type UnhelpfulEvent = z.infer<typeof UnhelpfulEvent>;

type Deps = {
  now: () => number;
  readTurn: (conversationId: string, turn: number) => Promise<Turn | undefined>;
  listGaps: (state: Gap['state'], page: { limit: number }) => Promise<{ gaps: Gap[] }>;
  readGap: (gapId: string) => Promise<Gap | undefined>;
  noteAsk: (gap: Gap, from: Gap | undefined, ask: Ask, expiresAt: number) => Promise<boolean>;
};

/** Groups that a question is compared with: the newest ones. */
const COMPARED = 300;

/** How much of what two questions are about they must have in common to be one. */
const SAME = 0.6;

/** A group was changed by others again and again. Retried. */
export class GapBusyError extends Error {
  override name = 'GapBusyError';
}

/** Puts a question that was not answered with those of its meaning. The same turn is counted once. */
export const createNoteGap =
  (deps: Deps) =>
  async ({ detail: { data } }: UnhelpfulEvent): Promise<void> => {
    const { conversationId, turn } = data;
    if ('outcome' in data ? data.outcome !== 'unknown' : data.verdict !== 'no') return;
    const { final } = (await deps.readTurn(conversationId, turn)) ?? {};
    if (!final) return;
    const { question, answer } = final;
    const { locale } = answer;
    const keywords = keywordsOf(question, locale);
    if (keywords.length === 0) return;
    const at = new Date(deps.now()).toISOString();
    for (let attempt = 0; attempt < 8; attempt++) {
      const from = await groupFor(deps, keywords, locale);
      const gap: Gap = from
        ? { ...from, count: from.count + 1, lastAt: at, state: from.state === 'answered' ? 'open' : from.state }
        : {
            ...{ gapId: idOf(keywords, locale), locale, question, keywords },
            ...{ count: 1, state: 'open', firstAt: at, lastAt: at },
          };
      const reason = 'outcome' in data ? 'unknown' : 'feedback';
      const ask: Ask = { gapId: gap.gapId, conversationId, turn, question, reason, at };
      if (await deps.noteAsk(gap, from, ask, Math.ceil((deps.now() + KEPT) / 1000))) return;
    }
    throw new GapBusyError(`The question of turn ${turn} of ${conversationId} could not be put with others.`);
  };

const idOf = (keywords: readonly string[], locale: string): string => uuidFor(`gap ${locale} ${keywords.join(' ')}`);

/** The group of the same words, or else the one that is most alike. */
const groupFor = async (deps: Deps, keywords: readonly string[], locale: string): Promise<Gap | undefined> => {
  const same = await deps.readGap(idOf(keywords, locale));
  if (same) return same;
  const lists = await Promise.all(
    (['open', 'drafted'] as const).map((state) => deps.listGaps(state, { limit: COMPARED })),
  );
  const alike = lists
    .flatMap(({ gaps }) => gaps)
    .filter((gap) => gap.locale === locale)
    .map((gap) => ({ gap, share: shareOf(keywords, gap.keywords) }))
    .filter(({ share }) => share >= SAME)
    .sort((one, other) => other.share - one.share);
  const found = alike[0]?.gap;
  // The list is of an index, which may lag behind.
  return found && deps.readGap(found.gapId);
};

/** What two sets have in common, of all that they have: Jaccard's index. */
const shareOf = (one: readonly string[], other: readonly string[]): number => {
  const common = one.filter((word) => other.includes(word)).length;
  return common / (one.length + other.length - common);
};
