import { beforeEach, expect, test } from 'vitest';
import { news } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createListRevisions, ListRevisionsInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  await room.create('news', 'one', news('1'));
  await room.create('news', 'other', news('Other'));
  for (const version of [2, 3]) await room.save('one', news(`${version}`));
});
const list = (query: object = {}) => createListRevisions(room)(ListRevisionsInput.parse({ id: 'one', ...query }));

test('the newest version comes first, without its data, and the public one says that it is', async () => {
  await room.publish({ itemId: 'one', version: 2 });
  const { revisions, next } = await list();
  expect(revisions.map(({ version, published }) => [version, published])).toEqual([
    [3, undefined],
    [2, true],
    [1, undefined],
  ]);
  expect(revisions[0]).not.toHaveProperty('data');
  expect([next, revisions[0]?.by]).toEqual([undefined, 'ada@example.com']);
});

test('page by page every version comes once, also above nine of them', async () => {
  for (let version = 4; version <= 12; version++) await room.save('one', news(`${version}`));
  const found: number[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page = await list({ limit: 5, ...(next ? { next } : {}) });
    expect(await list({ limit: 5, ...(next ? { next } : {}) })).toEqual(page);
    found.push(...page.revisions.map(({ version }) => version));
    next = page.next;
  }
  expect(found).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('an item that is not there is not found', async () => {
  await expect(list({ id: 'none' })).rejects.toMatchObject({ status: 404, code: 'no-such-item', field: 'id' });
  for (const query of [{ limit: 0 }, { next: '%' }, { id: 'No Id' }])
    expect(ListRevisionsInput.safeParse({ id: 'one', ...query }).success).toBe(false);
});
