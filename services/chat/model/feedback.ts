import * as z from 'zod';

/** Why an answer was none. */
export const FeedbackReason = z.enum(['wrong', 'unclear', 'not-what-i-asked', 'out-of-date']);

/** What a fan said of an answer, with what was asked and answered. */
export type Feedback = {
  conversationId: string;
  turn: number;
  verdict: 'yes' | 'no';
  reason?: z.infer<typeof FeedbackReason>;
  /** Without what identifies a person. */
  note?: string;
  at: string;
  question: string;
  answer: string;
  outcome: string;
  itemId?: string;
};
