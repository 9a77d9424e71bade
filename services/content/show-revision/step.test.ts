import { expect, test } from 'vitest';
import { news } from '../testing/fixtures.ts';
import { newsroom } from '../testing/newsroom.ts';
import { createShowRevision, ShowRevisionInput } from './step.ts';

test('a version is shown as it was kept, whatever came after, each time the same', async () => {
  const room = newsroom();
  await room.create('news', 'one', news('One'));
  await room.save('one', news('Edited'));
  const show = createShowRevision(room);
  const shown = await show(ShowRevisionInput.parse({ id: 'one', version: '1' }));
  expect(shown).toMatchObject({ itemId: 'one', version: 1, data: news('One'), by: 'ada@example.com' });
  expect(await show({ id: 'one', version: 1 })).toEqual(shown);
});

test('a version that the item does not have is not found', async () => {
  const error = { status: 404, code: 'no-such-revision', field: 'version' };
  await expect(createShowRevision(newsroom())({ id: 'one', version: 1 })).rejects.toMatchObject(error);
});

test.each(['0', '-1', '1.5', 'latest', '100000000'])('%s is no version', (version) => {
  expect(ShowRevisionInput.safeParse({ id: 'one', version }).error?.issues[0]?.path).toEqual(['version']);
});
