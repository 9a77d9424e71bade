import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** The renditions of an asset are made; `incomplete` names those that are missing. */
export const AssetProcessed = event({
  source: 'marquee.media',
  detailType: 'AssetProcessed',
  version: 1,
  data: {
    assetId: z.uuid(),
    contentId: z.string().min(1).describe('Hash of the bytes, with the focal point where it is not the centre.'),
    manifestKey: z.string().min(1).describe('Key of the manifest in the media bucket.'),
    state: z.enum(['ready', 'incomplete']),
    renditions: z.int().nonnegative().describe('How many renditions can be served.'),
    failed: z.array(z.string().min(1)).describe('Names of the renditions that could not be made.'),
  },
});
export type AssetProcessed = Detail<typeof AssetProcessed>;

export const assetProcessedExample: AssetProcessed = {
  metadata: {
    eventId: '5b0e9f1c-8d44-8aa2-8c1e-7d2f4b6a8c13',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: '2f3a4e0e-6a55-5c0c-9d0f-0b7f0a8f6d11',
    occurredAt: '2026-03-01T09:00:09.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    contentId: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    manifestKey:
      'media/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08/manifest-1f8ac10f23c5b5bc.json',
    state: 'incomplete',
    renditions: 35,
    failed: ['frame-2560.avif'],
  },
};
