import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** A fan's question has its reply, and the fan's clients were told. */
export const TurnAnswered = event({
  source: 'marquee.chat',
  detailType: 'TurnAnswered',
  version: 1,
  data: {
    conversationId: z.uuid(),
    turn: z.int().positive(),
    outcome: z
      .string()
      .min(1)
      .describe(
        'What became of it: answer, clarify, unknown, sealed, out-of-scope, refused, small-talk, person or failed.',
      ),
    locale: z.string().min(1).describe('The language of the reply.'),
    siteVersion: z.int().nonnegative().describe('The version of the site that it was answered from.'),
  },
});
export type TurnAnswered = Detail<typeof TurnAnswered>;

export const turnAnsweredExample: TurnAnswered = {
  metadata: {
    eventId: '7d2f1b64-93a7-5c1c-8f3e-1b0d6a4c9e52',
    correlationId: '0e4a9b53-9a1f-4a58-8d0c-7a3f51c2e6b4',
    causationId: '5b0c8c0e-6f39-5f0e-a6b5-2f9f0b7c1d11',
    occurredAt: '2026-03-02T10:00:00.350Z',
    version: 1,
  },
  data: {
    conversationId: 'a3c1f7de-2b64-4f0a-9d15-6c8e7b90f3a2',
    turn: 3,
    outcome: 'answer',
    locale: 'en',
    siteVersion: 12,
  },
};
