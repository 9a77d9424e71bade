import { beforeEach, describe, expect, test } from 'vitest';
import { MOST_ITEMS } from '../publication.ts';
import { CALLER, news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createRequestPublication, RequestPublicationInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const id of ['one', 'other']) await room.create('news', id, news(id));
});
const ask = (input: object) => createRequestPublication(room)(RequestPublicationInput.parse(input), CALLER);

test('a request is written down with the version and the place in the order of each item', async () => {
  await room.save('other', news('Other, edited'));
  const publication = await ask({ kind: 'publish', items: [{ itemId: 'one' }, { itemId: 'other', version: 1 }] });
  expect(publication).toMatchObject({
    kind: 'publish',
    state: 'waiting',
    requestedBy: 'ada@example.com',
    causationId: CALLER.requestId,
    items: [
      { itemId: 'one', version: 1, sequence: 1 },
      { itemId: 'other', version: 1, sequence: 1 },
    ],
  });
  expect(await room.readPublication(publication.publicationId)).toEqual(publication);
  const { publicationId, correlationId } = publication;
  expect((await room.readItem('one'))?.publication).toEqual({ publicationId, kind: 'publish', state: 'waiting' });
  const lines = room.audit.filter(({ action }) => action === 'asked-to-publish');
  expect(lines.map(({ itemId }) => itemId)).toEqual(['one', 'other']);
  expect(new Set(lines.map((line) => line.correlationId))).toEqual(new Set([correlationId]));
});

test('one item is asked for by its address', async () => {
  expect(await ask({ kind: 'publish', id: 'one', version: '1' })).toMatchObject({ items: [{ itemId: 'one' }] });
});

test('asked twice, it is two requests, and the second comes later in the order', async () => {
  await ask({ kind: 'publish', id: 'one' });
  expect(await ask({ kind: 'publish', id: 'one' })).toMatchObject({ items: [{ version: 1, sequence: 2 }] });
});

test('a request takes up what somebody else writes in between', async () => {
  room.interfere(() => room.save('one', news('Edited')));
  room.interfere(async () => undefined);
  room.interfere(() => room.request('publish', ['other']));
  const { items } = await ask({ kind: 'publish', items: [{ itemId: 'one' }, { itemId: 'other' }] });
  expect(items).toEqual([
    { itemId: 'one', version: 2, sequence: 1 },
    { itemId: 'other', version: 1, sequence: 2 },
  ]);
  expect(room.publications.size).toBe(2);
});

test('whoever never gets through is told to try again', async () => {
  for (let index = 0; index < 40; index++)
    room.interfere(async () => {
      const item = await room.readItem('one');
      if (item) room.items.set('one', { ...item, writes: item.writes + 1 });
    });
  await expect(ask({ kind: 'publish', id: 'one' })).rejects.toMatchObject({ status: 409, code: 'busy' });
  expect(room.publications.size).toBe(0);
});

test('a request takes the place of a schedule of the same kind, and leaves one of the other', async () => {
  const schedule = { scheduleId: 's', at: '', zone: '', instant: '', version: 1, by: 'ada' };
  const item = await room.readItem('one');
  if (item) room.items.set('one', { ...item, schedules: { publish: schedule, unpublish: schedule } });
  await ask({ kind: 'publish', id: 'one' });
  expect((await room.readItem('one'))?.schedules).toEqual({ unpublish: schedule });
});

describe('a refusal says what is wrong, and then nothing is asked for', () => {
  const refused = async (input: object, error: object): Promise<void> => {
    await expect(ask(input)).rejects.toMatchObject(error);
    expect(room.publications.size).toBe(0);
    expect((await room.readItem('other'))?.publication).toBeUndefined();
  };
  const both = [{ itemId: 'other' }, { itemId: 'one' }];

  test('an item that is not there', () =>
    refused(
      { kind: 'publish', items: [{ itemId: 'other' }, { itemId: 'none' }] },
      { status: 404, code: 'no-such-item', field: 'id' },
    ));

  test('an item that is named twice', () =>
    refused(
      { kind: 'publish', items: [...both, { itemId: 'other' }] },
      { status: 400, code: 'twice', field: 'items' },
    ));

  test('a version that the item does not have', () =>
    refused({ kind: 'publish', id: 'other', version: 2 }, { status: 400, code: 'no-such-revision', field: 'version' }));

  test('an item in the trash', async () => {
    await createTrashItem(room)({ id: 'one' }, CALLER);
    await refused({ kind: 'publish', items: both }, { status: 409, code: 'trashed', field: 'id' });
  });

  test('an item that is not public and is to be so no more', () =>
    refused({ kind: 'unpublish', id: 'other' }, { status: 409, code: 'not-public', field: 'id' }));

  test.each([
    [{ kind: 'destroy', id: 'one' }, 'kind'],
    [{ kind: 'publish' }, 'items'],
    [{ kind: 'publish', id: 'one', items: [{ itemId: 'one' }] }, 'items'],
    [{ kind: 'publish', items: [{ itemId: 'one' }], version: 1 }, 'items'],
    [{ kind: 'publish', items: [] }, 'items'],
    [{ kind: 'publish', id: 'one', version: 0 }, 'version'],
  ])('input that does not fit: %j', (input, field) => {
    expect(RequestPublicationInput.safeParse(input).error?.issues[0]?.path).toEqual([field]);
  });
});

test('what is on its way to the public can be taken back already', async () => {
  await ask({ kind: 'publish', id: 'one' });
  expect(await ask({ kind: 'unpublish', id: 'one' })).toMatchObject({ items: [{ sequence: 2 }] });
});

test('as many items change together as one transaction takes', async () => {
  const items = Array.from({ length: MOST_ITEMS }, (_, index) => ({ itemId: `n${index}` }));
  for (const { itemId } of items) await room.create('news', itemId, news(itemId));
  expect((await ask({ kind: 'publish', items })).items).toHaveLength(MOST_ITEMS);
  expect(RequestPublicationInput.safeParse({ kind: 'publish', items: [...items, { itemId: 'one' }] }).success).toBe(
    false,
  );
});
