import { expect, test } from 'vitest';
import type { Asked } from '../model/asked.ts';
import { createListAsked, ListAskedInput } from './step.ts';

const NOW = Date.UTC(2026, 2, 3, 12);

const setUp = (rows: readonly Asked[]) => {
  const read: unknown[] = [];
  const list = createListAsked({
    now: () => NOW,
    async readAsked(...asked) {
      read.push(asked);
      return [...rows];
    },
  });
  return { read, list: (query: object) => list(ListAskedInput.parse(query)) };
};

test('counts of a subject are one, whatever rows they lie in, under its newest name; the most often asked comes first', async () => {
  const { list } = setUp([
    { subject: 'when', title: 'When can I watch?', itemId: 'when', outcome: 'answer', count: 2 },
    { subject: 'unknown', title: '', outcome: 'unknown', count: 4 },
    { subject: 'when', title: 'When does it open?', itemId: 'when', outcome: 'answer', count: 3 },
  ]);
  expect((await list({ locale: 'en' })).asked).toEqual([
    { subject: 'when', title: 'When does it open?', itemId: 'when', outcome: 'answer', count: 5 },
    { subject: 'unknown', title: '', outcome: 'unknown', count: 4 },
  ]);
  expect((await list({ locale: 'en', limit: '1' })).asked).toHaveLength(1);
});

test('days are counted with today among them', async () => {
  const { list, read } = setUp([]);
  expect(await list({ locale: 'es', days: '1' })).toEqual({ asked: [], from: '2026-03-03' });
  await list({ locale: 'es' });
  expect(read).toEqual([
    ['es', '2026-03-03'],
    ['es', '2026-02-02'],
  ]);
});

test.each([{}, { locale: 'english' }, { locale: 'en', days: 0 }, { locale: 'en', days: 367 }])(
  '%j is refused',
  (query) => {
    expect(ListAskedInput.safeParse(query).success).toBe(false);
  },
);
