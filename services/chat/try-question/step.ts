import * as z from 'zod';
import { composeAnswer } from '../compose-answer/step.ts';
import type { Answer } from '../model/answer.ts';
import { questionText } from '../question-text.ts';
import { REMEMBERED } from '../settings.ts';
import type { OpenShelf } from '../shelf.ts';
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
});
export type TryQuestionInput = z.infer<typeof TryQuestionInput>;

/** What a fan would be answered now who asks this; nothing is kept of it. Without a model, whichever the stage has. */
export const createTryQuestion = ({ openShelf }: { openShelf: OpenShelf }) => {
  const understandTurn = createUnderstandTurn({ openShelf });
  return async ({
    text,
    ...asked
  }: TryQuestionInput): Promise<{ answer: Answer; question: string; siteVersion: number }> => {
    const { understood, siteVersion } = await understandTurn({ ...asked, text: questionText(text) });
    return { answer: await composeAnswer({ understood }), question: understood.question, siteVersion };
  };
};
