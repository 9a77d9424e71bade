import * as z from 'zod';
import { type Detail, event } from '../event.ts';
import { Reason } from '../reason.ts';

/** An uploaded file was refused; the editor has to replace it. */
export const AssetRejected = event({
  source: 'marquee.media',
  detailType: 'AssetRejected',
  version: 1,
  data: { assetId: z.uuid(), reason: Reason },
});
export type AssetRejected = Detail<typeof AssetRejected>;

export const assetRejectedExample: AssetRejected = {
  metadata: {
    eventId: 'c2b9a0d7-9d35-81c1-8b6a-1f3b5a7d9e02',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: '2f3a4e0e-6a55-5c0c-9d0f-0b7f0a8f6d11',
    occurredAt: '2026-03-01T09:00:02.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    reason: {
      code: 'truncated-image',
      message: 'The image ends before it is complete: part of the file is missing.',
      remedy: 'Export the image again and upload the new file.',
    },
  },
};
