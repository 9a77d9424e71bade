import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** Somebody wants questions that fans asked in vain to be answered by an FAQ. */
export const FaqDraftRequested = event({
  source: 'marquee.chat',
  detailType: 'FaqDraftRequested',
  version: 1,
  data: {
    gapId: z.uuid().describe('The group of questions.'),
    itemId: z.string().min(1).describe('The FAQ that is to be made.'),
    question: z.record(z.string(), z.string()).describe('In one or more languages.'),
    answer: z.record(z.string(), z.string()).optional(),
    alsoAsked: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe('The questions of the group in the words of fans, by language.'),
    requestedBy: z.string().min(1),
  },
});
export type FaqDraftRequested = Detail<typeof FaqDraftRequested>;

export const faqDraftRequestedExample: FaqDraftRequested = {
  metadata: {
    eventId: '9b6e3c50-2d1f-5e84-a7c9-0f4b8d6e1a35',
    correlationId: '7c2f5a18-4e9b-4d63-b0a7-1c8e6f3d2b94',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-02T11:00:00.000Z',
    version: 1,
  },
  data: {
    gapId: 'e1d4b7a2-6c35-5f80-9e2b-3a7c5d9f0b16',
    itemId: 'asked-e1d4b7a2',
    question: { en: 'Is there a soundtrack on vinyl?' },
    alsoAsked: { en: ['Can I get the music as a record?'] },
    requestedBy: 'editor@example.com',
  },
};
