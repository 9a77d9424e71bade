import * as z from 'zod';
import { type Detail, event } from '../event.ts';
import { Reason } from '../reason.ts';

/** An asset could not be processed for a reason that is not in its file; an operator has to look. */
export const AssetProcessingFailed = event({
  source: 'marquee.media',
  detailType: 'AssetProcessingFailed',
  version: 1,
  data: { assetId: z.uuid(), reason: Reason },
});
export type AssetProcessingFailed = Detail<typeof AssetProcessingFailed>;

export const assetProcessingFailedExample: AssetProcessingFailed = {
  metadata: {
    eventId: 'e5d0c7b2-1f68-8b3d-8e4f-3a5c7e9b1d24',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: '2f3a4e0e-6a55-5c0c-9d0f-0b7f0a8f6d11',
    occurredAt: '2026-03-01T09:02:00.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    reason: {
      code: 'processing-failed',
      message: 'Processing stopped unexpectedly (Lambda.TooManyRequestsException).',
      remedy: 'An operator can start it again; the uploaded file is kept.',
    },
  },
};
