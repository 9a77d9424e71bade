import { expect, test } from 'vitest';
import { news } from '../testing/fixtures.ts';
import { newsroom } from '../testing/newsroom.ts';
import { createShowHistory, ShowHistoryInput } from './step.ts';

const setUp = () => {
  const room = newsroom();
  const show = (query: object) => createShowHistory(room)(ShowHistoryInput.parse({ id: 'one', ...query }));
  return { room, show };
};

test('who did what to an item is told from the newest on, from its first version to the public', async () => {
  const { room, show } = setUp();
  await room.create('news', 'other', news('Other'));
  for (const act of [
    () => room.create('news', 'one', news('One')),
    () => room.save('one', news('Edited')),
    () => room.publish('one'),
    () => room.unpublish('one'),
  ]) {
    room.clock.now += 1_000;
    await act();
  }
  const { entries, next } = await show({});
  expect(next).toBeUndefined();
  expect(entries.map(({ action }) => action)).toEqual([
    'unpublished',
    'asked-to-unpublish',
    'published',
    'asked-to-publish',
    'saved',
    'created',
  ]);
  const [ended, askedToEnd] = entries;
  expect(ended?.correlationId).toBe(askedToEnd?.correlationId);
});

test('page by page every entry comes once', async () => {
  const { room, show } = setUp();
  await room.create('news', 'one', news('1'));
  for (let version = 2; version <= 7; version++) await room.save('one', news(`${version}`));
  const found: number[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page = await show({ limit: 2, ...(next ? { next } : {}) });
    found.push(...page.entries.map(({ version }) => version));
    next = page.next;
  }
  expect(found.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('an item that is not there is not found', async () => {
  await expect(setUp().show({})).rejects.toMatchObject({ status: 404, code: 'no-such-item', field: 'id' });
});
