import { expect, test } from 'vitest';
import type { ItemRecord, Revision } from '../item.ts';
import { liveItem } from './live-item.ts';

const SAVED = '2026-11-10T09:00:00.000Z';
const ASKED = '2026-11-12T09:00:00.000Z';
const item = {
  itemId: 'first-light',
  type: 'news',
  version: 1,
  sequence: 1,
  names: { en: 'First light' },
  slugs: { en: 'first-light' },
  createdAt: SAVED,
  createdBy: 'ada',
  updatedAt: SAVED,
  updatedBy: 'ada',
} as const satisfies ItemRecord;

const live = (at: string, data: object = {}, more: Partial<ItemRecord> = {}) => {
  const headline = { headline: { en: 'First light' } };
  const revision: Revision = {
    itemId: 'first-light',
    type: 'news',
    version: 1,
    data: { ...headline, ...data },
    by: 'ada',
    at,
  };
  const { dated, published, modified } = liveItem({ ...item, ...more }, revision, 1, ASKED);
  return { dated, published, modified };
};

test('what is published for the first time carries that moment, and was not changed since', () => {
  expect(live(SAVED)).toEqual({ dated: ASKED, published: ASKED, modified: ASKED });
});

test('an article that carries a date of its own was not changed by being published later', () => {
  const dated = { at: '2026-10-06T10:00', zone: 'Europe/London' };
  expect(live(SAVED, { dated })).toMatchObject({
    dated: '2026-10-06T09:00:00.000Z',
    modified: '2026-10-06T09:00:00.000Z',
  });
});

test('what was saved after it became public was changed then', () => {
  const later = '2026-11-20T09:00:00.000Z';
  expect(live(later, {}, { firstPublishedAt: SAVED })).toEqual({ dated: SAVED, published: SAVED, modified: later });
});

test('nothing was changed before the date that it carries', () => {
  const dated = { at: '2026-12-04T20:00', zone: 'Europe/London' };
  const { modified } = live('2026-11-20T09:00:00.000Z', { dated }, { firstPublishedAt: SAVED });
  expect(modified).toBe('2026-12-04T20:00:00.000Z');
});
