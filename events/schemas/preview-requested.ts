import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** An editor wants to see how a version of an item would look. */
export const PreviewRequested = event({
  source: 'marquee.ingest',
  detailType: 'PreviewRequested',
  version: 1,
  data: {
    itemId: z.string().min(1),
    version: z.int().positive(),
    expiresAt: z.iso.datetime().describe('When the links that the editor got end.'),
  },
});
export type PreviewRequested = Detail<typeof PreviewRequested>;

export const previewRequestedExample: PreviewRequested = {
  metadata: {
    eventId: '4c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-02T10:00:00.000Z',
    version: 1,
  },
  data: {
    itemId: 'nine-lamps-out',
    version: 7,
    expiresAt: '2026-03-03T10:00:00.000Z',
  },
};
