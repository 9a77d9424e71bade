import { beforeEach, expect, test } from 'vitest';
import { CALLER, news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createRestoreItem } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  await room.create('news', 'one', news('One'));
});
const restore = (id = 'one') => createRestoreItem(room)({ id }, CALLER);

test('an item comes out of the trash as it was', async () => {
  await room.publish('one');
  await room.unpublish('one');
  const { writes: _, ...before } = (await room.readItem('one')) ?? { writes: 0 };
  await createTrashItem(room)({ id: 'one' }, CALLER);
  expect(await restore()).toMatchObject({ ...before, state: 'unpublished' });
  expect(await room.readItem('one')).not.toHaveProperty('trashedAt');
  expect(room.audit.at(-1)).toMatchObject({ action: 'restored', by: CALLER.name });
});

test('twice does the same as once: what is not in the trash stays as it is', async () => {
  await createTrashItem(room)({ id: 'one' }, CALLER);
  await restore();
  const [item, lines] = [await room.readItem('one'), room.audit.length];
  expect(await restore()).toMatchObject({ state: 'draft' });
  expect([await room.readItem('one'), room.audit.length]).toEqual([item, lines]);
});

test('an item that is not there is not found', async () => {
  await expect(restore('none')).rejects.toMatchObject({ status: 404, code: 'no-such-item', field: 'id' });
});
