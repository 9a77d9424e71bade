import { beforeEach, expect, test } from 'vitest';
import { createSchedulePublication } from '../schedule-publication/step.ts';
import { CALLER, news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  await room.create('news', 'one', news('One'));
});
const trash = (id = 'one') => createTrashItem(room)({ id }, CALLER);

test('an item in the trash says since when, and that is in its history', async () => {
  expect(await trash()).toMatchObject({ state: 'trashed', trashedAt: '2026-03-01T09:00:00.000Z', version: 1 });
  expect(room.audit.at(-1)).toMatchObject({ action: 'trashed', by: CALLER.name });
});

test('twice does the same as once', async () => {
  await trash();
  const [item, lines] = [await room.readItem('one'), room.audit.length];
  room.clock.now += 60_000;
  expect(await trash()).toMatchObject({ trashedAt: '2026-03-01T09:00:00.000Z' });
  expect([await room.readItem('one'), room.audit.length]).toEqual([item, lines]);
});

test('nothing is scheduled for it any more, and what failed is forgotten', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  await room.steps.fail({ publicationId, problems: [], error: 'Error' });
  const at = { at: '2026-12-04T20:00', zone: 'UTC' };
  await createSchedulePublication(room)({ kind: 'publish', items: [{ itemId: 'one' }], ...at }, CALLER);
  const item = await trash();
  expect([item.schedules, item.publication]).toEqual([undefined, undefined]);
});

test('an item that is public, or on its way there, has to be taken back first', async () => {
  const error = { status: 409, code: 'still-public', field: 'id' };
  const { publicationId } = await room.request('publish', ['one']);
  await expect(trash()).rejects.toMatchObject(error);
  await room.getReady(publicationId);
  await room.goLive(publicationId);
  await expect(trash()).rejects.toMatchObject(error);
  await room.unpublish('one');
  expect(await trash()).toMatchObject({ state: 'trashed' });
});

test('a request that came in between is noticed', async () => {
  room.interfere(() => room.request('publish', ['one']));
  await expect(trash()).rejects.toMatchObject({ code: 'still-public' });
});

test('its address stays its own', async () => {
  await trash();
  await expect(room.create('news', 'other', news('One'))).rejects.toMatchObject({ code: 'slug-taken' });
});

test('an item that is not there is not found', async () => {
  await expect(trash('none')).rejects.toMatchObject({ status: 404, code: 'no-such-item', field: 'id' });
});
