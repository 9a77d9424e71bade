import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** Pages were made again without anything being published: a moment had come, or an asset had changed. */
export const SiteRefreshed = event({
  source: 'marquee.content',
  detailType: 'SiteRefreshed',
  version: 1,
  data: {
    publicationId: z.uuid(),
    siteVersion: z.int().positive().describe('The version of the whole site.'),
  },
});
export type SiteRefreshed = Detail<typeof SiteRefreshed>;

export const siteRefreshedExample: SiteRefreshed = {
  metadata: {
    eventId: 'd5a8f2c3-1b7e-5046-8c9d-2e6f4a0b7d18',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: '1c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    occurredAt: '2026-03-02T10:00:00.000Z',
    version: 1,
  },
  data: { publicationId: '9d2b1f0c-7a6e-4c3d-9b8a-1f2e3d4c5b6a', siteVersion: 13 },
};
