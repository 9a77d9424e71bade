import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** An editor asked for renditions that had failed to be made again. */
export const RenditionRetryRequested = event({
  source: 'marquee.media',
  detailType: 'RenditionRetryRequested',
  version: 1,
  data: {
    assetId: z.uuid(),
    contentId: z.string().min(1).describe('Hash of the bytes, with the focal point where it is not the centre.'),
    renditions: z.array(z.string().min(1)).min(1).describe('Names, such as `frame-1280.avif`.'),
  },
});
export type RenditionRetryRequested = Detail<typeof RenditionRetryRequested>;

export const renditionRetryRequestedExample: RenditionRetryRequested = {
  metadata: {
    eventId: '0b1c5a3e-9a39-4d5f-8a7d-5e1a5d0d8a21',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-01T09:05:00.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    contentId: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    renditions: ['frame-2560.avif'],
  },
};
