import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** An asset may be public from another moment on than before, so pages that show it are to be looked at again. */
export const AssetEmbargoChanged = event({
  source: 'marquee.ingest',
  detailType: 'AssetEmbargoChanged',
  version: 1,
  data: {
    assetId: z.uuid(),
    version: z.int().positive().describe("The asset's version that brought it."),
  },
});
export type AssetEmbargoChanged = Detail<typeof AssetEmbargoChanged>;

export const assetEmbargoChangedExample: AssetEmbargoChanged = {
  metadata: {
    eventId: '1c9e0a57-2b6d-5d41-8e0f-7a3b5c2d4e6f',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-01T09:25:00.000Z',
    version: 1,
  },
  data: { assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10', version: 3 },
};
