import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALLER, faq, news, person, picture, title } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { createListItems, ListItemsInput } from './step.ts';

const setUp = async () => {
  const room = newsroom();
  room.addAsset(1);
  const list = (query: object = {}) => createListItems(room)(ListItemsInput.parse(query));
  const ids = async (query: object = {}) => (await list(query)).items.map(({ itemId }) => itemId);
  return { room, list, ids };
};

test('the item that was changed last comes first, and the trash only where it is asked for', async () => {
  const { room, ids, list } = await setUp();
  for (const id of ['one', 'two', 'three', 'four']) {
    room.clock.now += 1_000;
    await room.create('news', id, news(id));
  }
  room.clock.now += 1_000;
  await room.save('one', news('One, edited'));
  await createTrashItem(room)({ id: 'two' }, CALLER);
  expect(await ids()).toEqual(['one', 'four', 'three']);
  expect(await ids({ state: 'trashed' })).toEqual(['two']);
  expect((await list()).next).toBeUndefined();
  expect((await list()).items[0]).not.toHaveProperty('writes');
});

test('items are found by an asset that their newest or their public version shows, also those that never noted it', async () => {
  const { room, ids } = await setUp();
  room.addAsset(2);
  await room.create('news', 'draft', news('Draft', { picture: picture(2) }));
  await room.create('news', 'was-public', news('Was public', { picture: picture(2) }));
  await room.publish('was-public');
  await room.save('was-public', news('Was public', { picture: picture(1) }));
  await room.create('news', 'old', news('Old', { picture: picture(2) }));
  const old = room.items.get('old');
  if (old) room.items.set('old', { ...old, assets: undefined });
  await room.create('news', 'other', news('Other', { picture: picture(1) }));
  expect((await ids({ asset: assetId(2) })).sort()).toEqual(['draft', 'old', 'was-public']);
  expect((await ids({ asset: assetId(1) })).sort()).toEqual(['other', 'was-public']);
  await room.unpublish('was-public');
  expect((await ids({ asset: assetId(2) })).sort()).toEqual(['draft', 'old']);
});

test('items are found by type, state, title and words in whatever spelling', async () => {
  const { room, ids } = await setUp();
  await room.create('title', 'lamps', title({ name: { en: 'Nine Lamps Out', es: 'Nueve faros, mañana' } }));
  await room.create('news', 'first-light', news('First light', { about: { ref: 'lamps' } }));
  await room.create('person', 'wren', person('Zoë Ångström'));
  await room.create('faq', 'when', faq('When?', { about: { ref: 'lamps' } }));
  await room.publish('wren');
  expect(await ids({ type: 'person' })).toEqual(['wren']);
  expect(await ids({ state: 'published' })).toEqual(['wren']);
  expect(await ids({ about: 'lamps', type: 'news' })).toEqual(['first-light']);
  expect(await ids({ q: 'zoe ANGSTROM' })).toEqual(['wren']);
  expect(await ids({ q: 'manana lamps' })).toEqual(['lamps']);
  expect(await ids({ q: 'light lamps' })).toEqual([]);
});

test('the same page is the same however often it is read', async () => {
  const { room, list } = await setUp();
  for (const id of ['one', 'two', 'three']) await room.create('news', id, news(id));
  const { next } = await list({ limit: 2 });
  expect(await list({ limit: 2, next })).toEqual(await list({ limit: 2, next }));
});

describe('page by page', () => {
  const kinds = fc.array(fc.record({ isPerson: fc.boolean(), fits: fc.boolean(), tick: fc.nat(1) }), {
    maxLength: 260,
    size: 'max',
  });
  const query = fc.record({ limit: fc.integer({ min: 1, max: 100 }), type: fc.boolean(), q: fc.boolean() });

  test('no item comes twice and none is missed, whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, query, async (items, { limit, type, q }) => {
        const { room, list } = await setUp();
        items.forEach(({ isPerson, fits, tick }, index) => {
          room.clock.now += tick;
          const updatedAt = new Date(room.clock.now).toISOString();
          const names = { en: fits ? 'Lamp' : 'Other' };
          const by = { createdAt: updatedAt, createdBy: 'ada', updatedAt, updatedBy: 'ada' };
          const item = { itemId: `n${index}`, version: 1, sequence: 0, names, slugs: {}, writes: 1, ...by };
          room.items.set(item.itemId, { ...item, type: isPerson ? 'person' : 'news' });
        });
        const expected = items.flatMap(({ isPerson, fits }, index) =>
          (!type || isPerson) && (!q || fits) ? [`n${index}`] : [],
        );
        const found: string[] = [];
        let next: string | undefined;
        do {
          const page = await list({ limit, next, ...(type ? { type: 'person' } : {}), ...(q ? { q: 'lamp' } : {}) });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          found.push(...page.items.map(({ itemId }) => itemId));
          next = page.next;
        } while (next !== undefined && found.length <= items.length);
        expect([...found].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 60 },
    );
  });

  test('a search that finds nothing among very many comes back, and goes on from there', async () => {
    let pages = 0;
    const list = createListItems({
      listItems: async () => ({ values: [], next: `${++pages}` }),
      readRevisions: async () => [],
    });
    const { items, next } = await list(ListItemsInput.parse({ q: 'needle' }));
    expect([items, Buffer.from(next ?? '', 'base64url').toString()]).toEqual([[], '20']);
  });
});

test.each([
  { limit: 0 },
  { limit: 101 },
  { next: '%' },
  { type: 'poem' },
  { state: 'lost' },
  { about: 'No Id' },
  { page: 2 },
])('a query that makes no sense is refused: %j', (query) => {
  expect(ListItemsInput.safeParse(query).success).toBe(false);
});
