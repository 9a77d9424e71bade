import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** A publication did not happen; the site is as it was. */
export const PublicationFailed = event({
  source: 'marquee.content',
  detailType: 'PublicationFailed',
  version: 1,
  data: {
    publicationId: z.uuid().describe('What was asked for; its record tells what became of it.'),
    problems: z.array(
      z.object({
        itemId: z.string(),
        name: z.string().describe('What the item is called.'),
        field: z.string().describe('Empty where it is not the content.'),
        message: z.string().min(1),
        remedy: z.string().min(1),
      }),
    ),
  },
});
export type PublicationFailed = Detail<typeof PublicationFailed>;

export const publicationFailedExample: PublicationFailed = {
  metadata: {
    eventId: '8c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: '1c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    occurredAt: '2026-03-02T10:00:00.000Z',
    version: 1,
  },
  data: {
    publicationId: '9d2b1f0c-7a6e-4c3d-9b8a-1f2e3d4c5b6a',
    problems: [
      {
        itemId: 'nine-lamps-out',
        name: 'Nine Lamps Out',
        field: 'keyArt.alt.es',
        message: 'The picture has no alternative text in es.',
        remedy: 'Say what it shows.',
      },
    ],
  },
};
