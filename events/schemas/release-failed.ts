import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** A window of a release, or its way back, did not happen; a publisher has to look. */
export const ReleaseFailed = event({
  source: 'marquee.content',
  detailType: 'ReleaseFailed',
  version: 1,
  data: {
    releaseId: z.uuid(),
    name: z.string().min(1),
    releaseVersion: z.int().positive(),
  },
});
export type ReleaseFailed = Detail<typeof ReleaseFailed>;

export const releaseFailedExample: ReleaseFailed = {
  metadata: {
    eventId: 'ec1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-12-01T10:00:00.000Z',
    version: 1,
  },
  data: {
    releaseId: 'b0f4f0e7-6f0a-4a53-9a52-2a5f8f3c9b10',
    name: 'Season one',
    releaseVersion: 3,
  },
};
