import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** Somebody wants to see the site before, at and after the windows of a release. */
export const RehearsalRequested = event({
  source: 'marquee.ingest',
  detailType: 'RehearsalRequested',
  version: 1,
  data: {
    releaseId: z.uuid(),
    rehearsalId: z.uuid(),
  },
});
export type RehearsalRequested = Detail<typeof RehearsalRequested>;

export const rehearsalRequestedExample: RehearsalRequested = {
  metadata: {
    eventId: '0d1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-12-01T10:00:00.000Z',
    version: 1,
  },
  data: {
    releaseId: 'b0f4f0e7-6f0a-4a53-9a52-2a5f8f3c9b10',
    rehearsalId: '8b0f4f0e-6f0a-4a53-9a52-2a5f8f3c9b10',
  },
};
