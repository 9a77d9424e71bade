import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** The bytes of an asset are in the uploads bucket. */
export const AssetUploaded = event({
  source: 'marquee.ingest',
  detailType: 'AssetUploaded',
  version: 1,
  data: {
    assetId: z.uuid(),
    bucket: z.string().min(1),
    key: z.string().min(1).describe('Key of the original in the bucket.'),
    size: z.int().nonnegative().describe('Bytes.'),
    etag: z.string().min(1),
    sequencer: z.string().min(1).describe("Orders the changes of one key; S3's own, padded to equal length."),
  },
});
export type AssetUploaded = Detail<typeof AssetUploaded>;

export const assetUploadedExample: AssetUploaded = {
  metadata: {
    eventId: '2f3a4e0e-6a55-5c0c-9d0f-0b7f0a8f6d11',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: '17793124-05d4-b198-2fde-7ededc63b103',
    occurredAt: '2026-03-01T09:00:00.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    bucket: 'uploads',
    key: 'uploads/6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10/key-art.jpg',
    size: 1132649,
    etag: 'b1946ac92492d2347c6235b4d2611184',
    sequencer: '00617f08299329d1890000000000000000000000',
  },
};
