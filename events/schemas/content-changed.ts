import * as z from 'zod';
import { type Detail, event } from '../event.ts';

/** An item was written, put into the trash or taken out of it. Nothing public has changed yet. */
export const ContentChanged = event({
  source: 'marquee.ingest',
  detailType: 'ContentChanged',
  version: 1,
  data: {
    itemId: z.string().min(1),
    type: z.string().min(1).describe('Such as `title` or `news`.'),
    version: z.int().positive().describe('Of the newest revision.'),
    action: z.enum(['created', 'saved', 'restored-revision', 'trashed', 'restored']),
    by: z.string().min(1),
  },
});
export type ContentChanged = Detail<typeof ContentChanged>;

export const contentChangedExample: ContentChanged = {
  metadata: {
    eventId: '0c1d4e5f-5b6a-5c7d-8e9f-a0b1c2d3e4f5',
    correlationId: '4f6b7d0e-1c53-4b3e-9a0d-2f8f3c1d5e60',
    causationId: 'JKJaXmPLvHcESHA=',
    occurredAt: '2026-03-02T10:00:00.000Z',
    version: 1,
  },
  data: {
    itemId: 'nine-lamps-out',
    type: 'title',
    version: 7,
    action: 'saved',
    by: 'editor@example.com',
  },
};
