import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** The original of an asset is no longer in the uploads bucket. */
export const AssetRemoved = event({
  source: 'marquee.ingest',
  detailType: 'AssetRemoved',
  version: 1,
  data: {
    assetId: z.uuid(),
    bucket: z.string().min(1),
    key: z.string().min(1).describe('Key that the original had in the bucket.'),
    sequencer: z.string().min(1).describe("Orders the changes of one key; S3's own, padded to equal length."),
  },
});
export type AssetRemoved = Detail<typeof AssetRemoved>;

export const assetRemovedExample: AssetRemoved = {
  metadata: {
    eventId: '7c8f5b56-3f0c-5a6e-8a8e-0c5d7c3f2a44',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: '2ee9cc15-d022-99ea-1fb8-1b1bac4850f9',
    occurredAt: '2026-03-02T16:30:00.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    bucket: 'uploads',
    key: 'uploads/6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10/key-art.jpg',
    sequencer: '00617f0a8c1dd5c5a60000000000000000000000',
  },
};
