import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** A release changes what is public in some territories, all of it in one step: a window opens, or it is put back. */
export const ReleaseChangeRequested = event({
  source: 'marquee.ingest',
  detailType: 'ReleaseChangeRequested',
  version: 1,
  data: {
    publicationId: z.uuid().describe('What was asked for; its record tells what became of it.'),
    releaseId: z.uuid(),
    windowId: z.uuid().optional().describe('Left out where the release is put back.'),
    items: z.array(z.object({ itemId: z.string().min(1), version: z.int().positive() })),
  },
});
export type ReleaseChangeRequested = Detail<typeof ReleaseChangeRequested>;

export const releaseChangeRequestedExample: ReleaseChangeRequested = {
  metadata: {
    eventId: 'cc1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-12-01T10:00:00.000Z',
    version: 1,
  },
  data: {
    publicationId: '9d2b1f0c-7a6e-4c3d-9b8a-1f2e3d4c5b6a',
    releaseId: 'b0f4f0e7-6f0a-4a53-9a52-2a5f8f3c9b10',
    windowId: '7b0f4f0e-6f0a-4a53-9a52-2a5f8f3c9b10',
    items: [{ itemId: 'nine-lamps-out', version: 7 }],
  },
};
