import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { composeAnswer } from '../compose-answer/step.ts';
import type { Answer } from '../model/answer.ts';
import { questionText } from '../question-text.ts';
import { REMEMBERED } from '../settings.ts';
import type { OpenShelf, Shelf } from '../shelf.ts';
import { createUnderstandTurn, Recent } from '../understand-turn/step.ts';

export const TryQuestionInput = z.strictObject({
  text: z.string('expected the question as text'),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'expected a language such as en or es')
    .default('en'),
  /** Where the fan would be. */
  territory: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected a country of ISO 3166-1 such as GB')
    .optional(),
  /** What would have been asked before, the oldest first. */
  recent: z.array(Recent).max(REMEMBERED).default([]),
  /** A moment of a rehearsal: what will be known then. */
  rehearsal: z
    .strictObject({ releaseId: z.uuid(), rehearsalId: z.uuid(), momentId: z.string().regex(/^m\d{1,3}$/) })
    .optional(),
});
export type TryQuestionInput = z.infer<typeof TryQuestionInput>;

type Deps = {
  openShelf: OpenShelf;
  /** What will be known at a moment of a rehearsal, with the territory that it is seen from; undefined where there is none. */
  openRehearsal: (
    asked: NonNullable<TryQuestionInput['rehearsal']>,
  ) => Promise<{ shelf: Shelf; territory?: string } | undefined>;
};

/** What a fan would be answered who asks this, now or at a moment of a rehearsal; nothing is kept of it. Without a model. */
export const createTryQuestion =
  ({ openShelf, openRehearsal }: Deps) =>
  async ({
    text,
    rehearsal,
    ...asked
  }: TryQuestionInput): Promise<{ answer: Answer; question: string; siteVersion: number }> => {
    const moment = rehearsal && (await openRehearsal(rehearsal));
    if (rehearsal && !moment) {
      const { rehearsalId, momentId } = rehearsal;
      throw new Refusal(
        404,
        'no-such-rehearsal',
        `There is no moment ${momentId} of a rehearsal ${rehearsalId}.`,
        'rehearsal',
      );
    }
    const understandTurn = createUnderstandTurn({ openShelf: moment ? async () => moment.shelf : openShelf });
    const place = asked.territory ?? moment?.territory;
    const turn = { ...asked, ...(place ? { territory: place } : {}), text: questionText(text) };
    const { understood, siteVersion } = await understandTurn(turn);
    return { answer: await composeAnswer({ understood }), question: understood.question, siteVersion };
  };
