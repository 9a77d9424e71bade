import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import type { Feedback } from '../model/feedback.ts';

export const ListFeedbackInput = z.strictObject({ ...PAGING, verdict: z.enum(['yes', 'no']).default('no') });
export type ListFeedbackInput = z.infer<typeof ListFeedbackInput>;

type Deps = {
  listFeedback: (
    verdict: Feedback['verdict'],
    page: { limit: number; after?: string },
  ) => Promise<{ feedback: Feedback[]; next?: string }>;
};

/** What fans said of answers, last first. */
export const createListFeedback =
  ({ listFeedback }: Deps) =>
  async ({ verdict, limit, next }: ListFeedbackInput) => {
    const found = await listFeedback(verdict, { limit, after: afterOf(next) });
    return { feedback: found.feedback, next: nextOf(found.next) };
  };
