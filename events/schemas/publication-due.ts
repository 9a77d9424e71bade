import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** The moment has come for which a publication, or its end, was scheduled. */
export const PublicationDue = event({
  source: 'marquee.content',
  detailType: 'PublicationDue',
  version: 1,
  data: {
    scheduleId: z.uuid(),
    kind: z
      .enum(['publish', 'unpublish', 'refresh'])
      .describe('`refresh`: pages show something else from this moment on.'),
    items: z.array(z.object({ itemId: z.string().min(1), version: z.int().positive() })),
    instant: z.iso.datetime().describe('The moment itself, in UTC.'),
  },
});
export type PublicationDue = Detail<typeof PublicationDue>;

export const publicationDueExample: PublicationDue = {
  metadata: {
    eventId: '5c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-02T10:00:00.000Z',
    version: 1,
  },
  data: {
    scheduleId: '7b0f4f0e-6f0a-4a53-9a52-2a5f8f3c9b10',
    kind: 'publish',
    items: [{ itemId: 'nine-lamps-out', version: 7 }],
    instant: '2026-12-04T20:00:00.000Z',
  },
};
