import type { FaqDraftRequested } from '@marquee/events/schemas/faq-draft-requested.ts';
import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { uuidFor } from '../../shared/uuid.ts';
import { changeExistingGap, type GapDeps, OF_GAP } from '../gaps.ts';
import type { Ask, Gap } from '../model/gap.ts';

const Texts = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'expected a language such as en'),
  z.string().max(20_000),
);

export const DraftAnswerInput = z.strictObject({
  ...OF_GAP,
  /** In place of the question as it was asked first. */
  question: Texts.optional(),
  /** Markdown; may be written later. */
  answer: Texts.optional(),
});
export type DraftAnswerInput = z.infer<typeof DraftAnswerInput>;

type Drafted = Gap & Required<Pick<Gap, 'itemId' | 'draft'>>;

type Deps = GapDeps & {
  now: () => number;
  newId: () => string;
  readAsks: (gapId: string) => Promise<Ask[]>;
  publish: (detail: FaqDraftRequested) => Promise<void>;
};

/** Ways of asking that an FAQ takes, and characters of one. */
const MOST_WAYS = 60;
const LONGEST_WAY = 300;

/** The group's questions in their own words, each once, without the one that the FAQ asks. */
const waysOf = (asks: readonly Ask[], question: string): string[] =>
  [...new Set(asks.map((ask) => ask.question))]
    .filter((asked) => asked !== question && asked.length <= LONGEST_WAY)
    .slice(0, MOST_WAYS);

/** Has a draft FAQ made of a group, which is found by all of its questions. Asked twice, or of a group that was opened again, it is the same FAQ, with what was said first. */
export const createDraftAnswer =
  (deps: Deps) =>
  async ({ id, question, answer }: DraftAnswerInput, { name, requestId }: Caller) => {
    const asks = await deps.readAsks(id);
    const gap = await changeExistingGap(deps, id, (found) => {
      if (found.state === 'dismissed')
        throw new Refusal(409, 'dismissed', 'The group was dismissed; nothing is made of it any more.', 'id');
      if (found.itemId !== undefined) return found.state === 'open' ? { ...found, state: 'drafted' } : found;
      const asked = question ?? { [found.locale]: found.question };
      const ways = waysOf(asks, asked[found.locale] ?? '');
      const draft = {
        question: asked,
        ...(answer ? { answer } : {}),
        ...(ways.length > 0 ? { alsoAsked: { [found.locale]: ways } } : {}),
        requestedBy: name,
      };
      return { ...found, state: 'drafted', itemId: `asked-${id.slice(0, 8)}`, draft };
    });
    const { itemId, draft } = gap as Drafted;
    const correlationId = deps.newId();
    await deps.publish({
      metadata: {
        eventId: uuidFor(`FaqDraftRequested ${id}`),
        correlationId,
        causationId: requestId,
        occurredAt: new Date(deps.now()).toISOString(),
        version: 1,
      },
      data: {
        gapId: id,
        itemId,
        ...draft,
      },
    });
    return { gapId: id, itemId, state: gap.state, correlationId };
  };
