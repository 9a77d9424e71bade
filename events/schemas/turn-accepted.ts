import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** A fan's question is written down and will be answered. */
export const TurnAccepted = event({
  source: 'marquee.chat',
  detailType: 'TurnAccepted',
  version: 1,
  data: {
    conversationId: z.uuid(),
    turn: z.int().positive().describe('Its number in the conversation: turns are answered in this order.'),
  },
});
export type TurnAccepted = Detail<typeof TurnAccepted>;

export const turnAcceptedExample: TurnAccepted = {
  metadata: {
    eventId: '5b0c8c0e-6f39-5f0e-a6b5-2f9f0b7c1d11',
    correlationId: '0e4a9b53-9a1f-4a58-8d0c-7a3f51c2e6b4',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-02T10:00:00.000Z',
    version: 1,
  },
  data: { conversationId: 'a3c1f7de-2b64-4f0a-9d15-6c8e7b90f3a2', turn: 3 },
};
