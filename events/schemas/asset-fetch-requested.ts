import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** An editor asked for a file to be fetched from an address on the internet. */
export const AssetFetchRequested = event({
  source: 'marquee.ingest',
  detailType: 'AssetFetchRequested',
  version: 1,
  data: {
    assetId: z.uuid(),
    url: z.string().min(1).describe('As the editor gave it; whoever fetches it checks where it leads.'),
  },
});
export type AssetFetchRequested = Detail<typeof AssetFetchRequested>;

export const assetFetchRequestedExample: AssetFetchRequested = {
  metadata: {
    eventId: 'a4c1e7d2-6b3f-4d58-9c0e-2f1a3b5c7d9e',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-01T09:00:00.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    url: 'https://press.example/key-art.jpg',
  },
};
