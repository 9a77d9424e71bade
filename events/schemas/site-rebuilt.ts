import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** Every page of the site was made anew. */
export const SiteRebuilt = event({
  source: 'marquee.content',
  detailType: 'SiteRebuilt',
  version: 1,
  data: {
    publicationId: z.uuid().describe('What was asked for; its record tells what became of it.'),
    siteVersion: z.int().positive().describe('The version of the whole site.'),
  },
});
export type SiteRebuilt = Detail<typeof SiteRebuilt>;

export const siteRebuiltExample: SiteRebuilt = {
  metadata: {
    eventId: '9c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: '8c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    occurredAt: '2026-03-02T10:00:00.000Z',
    version: 1,
  },
  data: {
    publicationId: '9d2b1f0c-7a6e-4c3d-9b8a-1f2e3d4c5b6a',
    siteVersion: 14,
  },
};
