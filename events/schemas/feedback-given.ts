import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** A fan said whether an answer helped. */
export const FeedbackGiven = event({
  source: 'marquee.chat',
  detailType: 'FeedbackGiven',
  version: 1,
  data: {
    conversationId: z.uuid(),
    turn: z.int().positive(),
    verdict: z.enum(['yes', 'no']),
    reason: z.enum(['wrong', 'unclear', 'not-what-i-asked', 'out-of-date']).optional(),
  },
});
export type FeedbackGiven = Detail<typeof FeedbackGiven>;

export const feedbackGivenExample: FeedbackGiven = {
  metadata: {
    eventId: '4f8d2b61-7c3e-5a90-8b1d-6e5f0a9c3d27',
    correlationId: '0e4a9b53-9a1f-4a58-8d0c-7a3f51c2e6b4',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-02T10:00:20.000Z',
    version: 1,
  },
  data: {
    conversationId: 'a3c1f7de-2b64-4f0a-9d15-6c8e7b90f3a2',
    turn: 3,
    verdict: 'no',
    reason: 'not-what-i-asked',
  },
};
