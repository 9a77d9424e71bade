import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** A fan is to be answered by a person: the fan asked for one, or the chatbot had no answer twice in a row. */
export const PersonRequested = event({
  source: 'marquee.chat',
  detailType: 'PersonRequested',
  version: 1,
  data: { conversationId: z.uuid(), ticketId: z.uuid() },
});
export type PersonRequested = Detail<typeof PersonRequested>;

export const personRequestedExample: PersonRequested = {
  metadata: {
    eventId: '2c9e7a10-54d8-5b7f-9c61-8e0a3f5d7b46',
    correlationId: '0e4a9b53-9a1f-4a58-8d0c-7a3f51c2e6b4',
    causationId: '5b0c8c0e-6f39-5f0e-a6b5-2f9f0b7c1d11',
    occurredAt: '2026-03-02T10:00:00.350Z',
    version: 1,
  },
  data: {
    conversationId: 'a3c1f7de-2b64-4f0a-9d15-6c8e7b90f3a2',
    ticketId: '8f5b2c7d-1e94-5a3d-b0f6-4d7c9e1a2b38',
  },
};
