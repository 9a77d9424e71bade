import { beforeEach, expect, test } from 'vitest';
import { createSchedulePublication } from '../schedule-publication/step.ts';
import { CALLER, news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { CancelScheduleInput, createCancelSchedule } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const id of ['one', 'other']) await room.create('news', id, news(id));
  const items = [{ itemId: 'one' }, { itemId: 'other' }];
  const zone = 'UTC';
  await createSchedulePublication(room)({ kind: 'publish', items, at: '2026-12-04T20:00', zone }, CALLER);
  await createSchedulePublication(room)({ kind: 'unpublish', items, at: '2026-12-24T20:00', zone }, CALLER);
});
const cancel = (id: string, kind: 'publish' | 'unpublish') => createCancelSchedule(room)({ id, kind }, CALLER);

test('what was scheduled for an item is called off; its other schedule and other items keep theirs', async () => {
  expect(await cancel('one', 'publish')).toMatchObject({ state: 'draft', schedules: { unpublish: {} } });
  expect((await room.readItem('one'))?.schedules?.publish).toBeUndefined();
  expect((await room.readItem('other'))?.schedules?.publish).toBeDefined();
  expect(room.audit.at(-1)).toMatchObject({ itemId: 'one', action: 'unscheduled', details: { kind: 'publish' } });
});

test('without any schedule an item says nothing of them', async () => {
  await cancel('one', 'publish');
  await cancel('one', 'unpublish');
  expect(await room.readItem('one')).not.toHaveProperty('schedules');
});

test('twice is refused, and changes nothing', async () => {
  await cancel('one', 'publish');
  const item = await room.readItem('one');
  await expect(cancel('one', 'publish')).rejects.toMatchObject({ status: 404, code: 'not-scheduled', field: 'kind' });
  expect(await room.readItem('one')).toEqual(item);
});

test('an edit in between is kept', async () => {
  room.interfere(() => room.save('one', news('Edited')));
  expect(await cancel('one', 'publish')).toMatchObject({ version: 2 });
});

test('an item that is not there is not found', async () => {
  await expect(cancel('none', 'publish')).rejects.toMatchObject({ status: 404, code: 'no-such-item' });
  expect(CancelScheduleInput.safeParse({ id: 'one', kind: 'refresh' }).success).toBe(false);
});
