import { expect, test } from 'vitest';
import { news } from '../testing/fixtures.ts';
import { newsroom } from '../testing/newsroom.ts';
import { createShowItem } from './step.ts';

test('an item is shown with its state and the data of its newest version, each time the same', async () => {
  const room = newsroom();
  await room.create('news', 'one', news('One'));
  await room.publish('one');
  await room.save('one', news('Edited'));
  const show = createShowItem(room);
  const shown = await show({ id: 'one' });
  expect(shown).toMatchObject({
    itemId: 'one',
    state: 'changed',
    version: 2,
    publishedVersion: 1,
    data: news('Edited'),
  });
  expect(shown).not.toHaveProperty('writes');
  expect(await show({ id: 'one' })).toEqual(shown);
});

test('an item that is not there is not found', async () => {
  await expect(createShowItem(newsroom())({ id: 'none' })).rejects.toMatchObject({
    status: 404,
    code: 'no-such-item',
    field: 'id',
  });
});
