import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** An editor has moved the focal point of a picture, so its crops are to be made anew. */
export const AssetFocusMoved = event({
  source: 'marquee.ingest',
  detailType: 'AssetFocusMoved',
  version: 1,
  data: {
    assetId: z.uuid(),
    version: z.int().positive().describe("The asset's version that brought it."),
    focalPoint: z
      .object({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) })
      .describe('In whole percent from the left and from the top.'),
  },
});
export type AssetFocusMoved = Detail<typeof AssetFocusMoved>;

export const assetFocusMovedExample: AssetFocusMoved = {
  metadata: {
    eventId: '8f5a2b1c-4d3e-5f60-9a7b-1c2d3e4f5a6b',
    correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-01T09:20:00.000Z',
    version: 1,
  },
  data: {
    assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
    version: 2,
    focalPoint: { x: 30, y: 60 },
  },
};
