import { expect, test } from 'vitest';
import { news } from '../testing/fixtures.ts';
import { newsroom } from '../testing/newsroom.ts';
import { createShowPublication, ShowPublicationInput } from './step.ts';

test('a publication tells what became of it: waiting, failed with its problems, or live with its version', async () => {
  const room = newsroom();
  const show = createShowPublication(room);
  await room.create('news', 'one', news('One'));
  await room.create('news', 'bare', { headline: { en: 'Bare' } });
  const { publicationId: id } = await room.request('publish', ['one']);
  expect(await show({ id })).toMatchObject({ state: 'waiting', items: [{ itemId: 'one' }] });
  await room.getReady(id);
  await room.goLive(id);
  expect(await show({ id })).toMatchObject({ state: 'live', siteVersion: 1 });
  await room.publish('bare');
  const failed = [...room.publications.keys()].at(-1) ?? '';
  expect(await show({ id: failed })).toMatchObject({
    state: 'failed',
    problems: [{ field: 'summary' }, { field: 'body' }],
  });
  expect(await show({ id: failed })).toEqual(await show({ id: failed }));
});

test('a publication that is not there is not found', async () => {
  const room = newsroom();
  await expect(createShowPublication(room)({ id: room.newId() })).rejects.toMatchObject({
    status: 404,
    code: 'no-such-publication',
    field: 'id',
  });
  expect(ShowPublicationInput.safeParse({ id: 'one' }).success).toBe(false);
});
