import { beforeEach, describe, expect, test } from 'vitest';
import { CALLER, faq, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createTrashItem } from '../trash-item/step.ts';
import { CreateItemInput, createCreateItem } from './step.ts';

let room: Newsroom;
beforeEach(() => {
  room = newsroom();
  room.addAsset(1);
});
const create = (input: object) => createCreateItem(room)(CreateItemInput.parse(input), CALLER);

test('an item is kept as a draft, with its first version and who wrote it', async () => {
  const data = news('First light');
  const item = await create({ type: 'news', itemId: 'one', data });
  expect(item).toMatchObject({
    itemId: 'one',
    state: 'draft',
    version: 1,
    names: { en: 'First light' },
    slugs: { en: 'first-light' },
    createdBy: CALLER.name,
    createdAt: '2026-03-01T09:00:00.000Z',
    data,
  });
  expect(await room.readRevision('one', 1)).toMatchObject({ version: 1, data, by: CALLER.name });
  expect(room.audit).toMatchObject([
    { action: 'created', itemId: 'one', correlationId: item.correlationId, causationId: CALLER.requestId },
  ]);
});

test('an id is made up where none is given', async () => {
  expect((await create({ type: 'news', data: news() })).itemId).toMatch(/^[0-9a-f-]{36}$/);
});

test('twice with the same id is refused, and the item stays as it was', async () => {
  const input = { type: 'news', itemId: 'one', data: news() };
  await create(input);
  const item = await room.readItem('one');
  await expect(create(input)).rejects.toMatchObject({ status: 409, code: 'id-taken', field: 'itemId' });
  expect([await room.readItem('one'), room.audit.length]).toEqual([item, 1]);
});

test('of two who choose the same id at once one is refused', async () => {
  room.interfere(() => room.create('person', 'one', person()));
  await expect(create({ type: 'news', itemId: 'one', data: news() })).rejects.toMatchObject({ code: 'id-taken' });
  expect((await room.readItem('one'))?.type).toBe('person');
});

describe('an address', () => {
  test('that another item has is refused, in the language in which it is taken', async () => {
    await create({ type: 'news', itemId: 'one', data: news('First light') });
    const data = {
      ...news('Another'),
      headline: { en: 'Another', es: 'Otra' },
      slugs: { es: 'otra', en: 'first-light' },
    };
    await expect(create({ type: 'person', data: person('First light') })).rejects.toMatchObject({ code: 'slug-taken' });
    await expect(create({ type: 'news', data })).rejects.toMatchObject({
      status: 409,
      code: 'slug-taken',
      field: 'slugs.en',
    });
    expect([...room.slugs.keys()]).toEqual(['en#first-light']);
  });

  test('is taken by no item without a page of its own', async () => {
    await create({ type: 'faq', data: faq('First light') });
    expect((await create({ type: 'news', data: news('First light') })).slugs).toEqual({ en: 'first-light' });
  });
});

describe('data that does not fit its type', () => {
  test.each([
    [{ type: 'news', data: {} }, 'headline'],
    [{ type: 'news', data: news('One', { title: 'x' }) }, ''],
    [{ type: 'news', data: { headline: { english: 'x' } } }, 'headline.english'],
    [{ type: 'news', data: news('One', { slugs: { en: 'No Spaces' } }) }, 'slugs.en'],
    [
      { type: 'news', data: news('One', { embargoUntil: { at: '2026-03-29T01:30', zone: 'Europe/London' } }) },
      'embargoUntil.at',
    ],
    [{ type: 'title', data: title({ keyArt: { asset: 'one', alt: {} } }) }, 'keyArt.asset'],
    [{ type: 'title', data: title({ name: { en: 'x'.repeat(301) } }) }, 'name.en'],
    [{ type: 'title', data: title({ name: { en: 'bell\u0007' } }) }, 'name.en'],
    [{ type: 'person', data: person('One', { links: [{ label: {}, url: 'javascript:alert(1)' }] }) }, 'links.0.url'],
    [{ type: 'navigation', itemId: 'navigation', data: { ...NAVIGATION, locales: [] } }, 'locales'],
  ])('is refused by its field: %j', async (input, field) => {
    await expect(create(input)).rejects.toMatchObject({ name: 'InvalidInputError', field });
    expect(room.items.size).toBe(0);
  });
});

describe('a reference', () => {
  const refused = (data: object, error: object) =>
    expect(create({ type: 'title', itemId: 'new', data: title(data) })).rejects.toMatchObject(error);
  const credit = (ref: string) => ({ credits: [{ person: { ref }, group: 'cast', role: {} }] });

  test('to an item that is not there', () =>
    refused(credit('none'), { status: 400, code: 'no-such-item', field: 'credits.0.person.ref' }));

  test('to an item of another type than is wanted', async () => {
    await room.create('news', 'one', news());
    await refused(credit('one'), { status: 400, code: 'wrong-type', field: 'credits.0.person.ref' });
  });

  test('to an item in the trash', async () => {
    await room.create('person', 'wren', person());
    await createTrashItem(room)({ id: 'wren' }, CALLER);
    await refused(credit('wren'), { status: 409, code: 'trashed', field: 'credits.0.person.ref' });
  });

  test('to a file that is not there, or was removed', async () => {
    await refused({ poster: picture(7) }, { status: 400, code: 'no-such-asset', field: 'poster.asset' });
    room.addAsset(7, { state: 'removed' });
    await refused({ poster: picture(7) }, { status: 409, code: 'asset-removed', field: 'poster.asset' });
    const poster = picture(1, { fallback: assetId(8) });
    await refused({ poster }, { code: 'no-such-asset', field: 'poster.fallback' });
  });

  test('to a file that is not ready is fine in a draft', async () => {
    room.addAsset(7, { state: 'uploading' });
    const data = title({ poster: picture(7, { fallback: 'none' }) });
    expect(await create({ type: 'title', itemId: 'lamps', data })).toMatchObject({ version: 1 });
  });
});

test('there is one navigation, under its own id', async () => {
  const error = { status: 409, code: 'one-navigation', field: 'id' };
  await expect(create({ type: 'navigation', itemId: 'bars', data: NAVIGATION })).rejects.toMatchObject(error);
  await expect(create({ type: 'news', itemId: 'navigation', data: news() })).rejects.toMatchObject(error);
  expect(await create({ type: 'navigation', itemId: 'navigation', data: NAVIGATION })).toMatchObject({ version: 1 });
});

test.each([{ type: 'poem', data: {} }, { type: 'news' }, { type: 'news', data: {}, itemId: 'No Id' }])(
  'input that makes no sense is refused: %j',
  (input) => {
    expect(CreateItemInput.safeParse(input).success).toBe(false);
  },
);
