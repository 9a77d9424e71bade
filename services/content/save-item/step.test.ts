import { beforeEach, describe, expect, test } from 'vitest';
import { CALLER, news, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createSaveItem, SaveItemInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  room.addAsset(1);
  await room.create('news', 'one', news('One'));
});
const save = (id: string, ifMatch: string, data: object) =>
  createSaveItem(room)(SaveItemInput.parse({ id, ifMatch, data }), { ...CALLER, name: 'grace@example.com' });

test('the next version is kept, the one before stays, and nothing public changes', async () => {
  await room.publish('one');
  const page = await room.page('/news/one/');
  room.clock.now += 60_000;
  expect(await save('one', '"1"', news('Edited'))).toMatchObject({
    version: 2,
    state: 'changed',
    names: { en: 'Edited' },
    updatedBy: 'grace@example.com',
    updatedAt: '2026-03-01T09:01:00.000Z',
    createdBy: CALLER.name,
    publishedVersion: 1,
  });
  expect((await room.readRevision('one', 1))?.data).toEqual(news('One'));
  expect((await room.readRevision('one', 2))?.data).toEqual(news('Edited'));
  expect(room.audit.at(-1)).toMatchObject({ action: 'saved', version: 2, by: 'grace@example.com' });
  expect(await room.page('/news/one/')).toBe(page);
});

test('of two who saw the same version the second gets both, and overwrites nothing', async () => {
  await save('one', '"1"', news('Hers'));
  const [yours, current] = [news('His'), news('Hers')];
  await expect(save('one', '1', yours)).rejects.toMatchObject({
    status: 412,
    code: 'version-conflict',
    field: 'If-Match',
    details: {
      current: { version: 2, by: 'grace@example.com', data: current },
      yours: { version: 1, data: yours },
    },
  });
  expect(await room.readItem('one')).toMatchObject({ version: 2, names: { en: 'Hers' } });
});

test('saved twice, the second time is refused and the item is as after the first', async () => {
  await save('one', '"1"', news('Edited'));
  const [item, lines] = [await room.readItem('one'), room.audit.length];
  await expect(save('one', '"1"', news('Edited'))).rejects.toMatchObject({ status: 412 });
  expect([await room.readItem('one'), room.audit.length]).toEqual([item, lines]);
});

test('whoever saves right in between is noticed', async () => {
  room.interfere(() => room.save('one', news('Quicker')));
  await expect(save('one', '"1"', news('Slower'))).rejects.toMatchObject({ status: 412 });
});

test('a change that is no edit does not get in the way', async () => {
  room.interfere(() => room.request('publish', ['one']));
  expect(await save('one', '"1"', news('Edited'))).toMatchObject({ version: 2, publication: { state: 'waiting' } });
});

describe('the address', () => {
  test('stays when the name changes', async () => {
    expect((await save('one', '"1"', news('Renamed'))).slugs).toEqual({ en: 'one' });
  });

  test('of a draft that moves is free for others', async () => {
    await save('one', '"1"', news('One', { slugs: { en: 'two' } }));
    expect([...room.slugs.keys()]).toEqual(['en#two']);
  });

  test('that was public once stays with the item, also when it moves and comes back', async () => {
    await room.publish('one');
    await save('one', '"1"', news('One', { slugs: { en: 'two' } }));
    expect([...room.slugs]).toEqual([
      ['en#one', 'one'],
      ['en#two', 'one'],
    ]);
    expect((await save('one', '"2"', news('One', { slugs: { en: 'one' } }))).slugs).toEqual({ en: 'one' });
  });

  test('of another item is refused', async () => {
    await room.create('news', 'other', news('Other'));
    await expect(save('one', '"1"', news('One', { slugs: { en: 'other' } }))).rejects.toMatchObject({
      status: 409,
      code: 'slug-taken',
      field: 'slugs.en',
    });
    expect((await room.readItem('one'))?.version).toBe(1);
  });
});

test('a title cannot be part of itself, by whatever way', async () => {
  await room.create('title', 'saga', title({ name: { en: 'Saga' } }));
  await room.create('title', 'part', title({ name: { en: 'Part' }, partOf: { ref: 'saga' } }));
  const error = { status: 409, code: 'reference-loop', field: 'partOf.ref' };
  await expect(save('saga', '"1"', title({ partOf: { ref: 'part' } }))).rejects.toMatchObject(error);
  await expect(save('saga', '"1"', title({ partOf: { ref: 'saga' } }))).rejects.toMatchObject(error);
});

test('an item that is not there, or in the trash, is not saved', async () => {
  await expect(save('none', '"1"', news())).rejects.toMatchObject({ status: 404, code: 'no-such-item', field: 'id' });
  await createTrashItem(room)({ id: 'one' }, CALLER);
  await expect(save('one', '"1"', news())).rejects.toMatchObject({ status: 409, code: 'trashed', field: 'id' });
});

test.each([undefined, '', '*', '"0"', 'W/"1"', '"1", "2"', '"one"'])(
  'If-Match has to name a version: %j',
  (ifMatch) => {
    const parsed = SaveItemInput.safeParse({ id: 'one', ifMatch, data: {} });
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['ifMatch'],
      message: expect.stringContaining('such as "7"'),
    });
  },
);
