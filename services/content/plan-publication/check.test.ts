import { beforeEach, describe, expect, test } from 'vitest';
import type { ContentType } from '../model/item.ts';
import { faq, gallery, NAVIGATION, news, person, picture, pressKit, title, trailer } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';

let room: Newsroom;
beforeEach(() => {
  room = newsroom();
  for (const number of [1, 2, 3]) room.addAsset(number);
});

const problemsOf = async (...ids: string[]) => {
  const { publicationId } = await room.request('publish', ids);
  return (await room.steps.plan({ publicationId })).problems;
};
const fieldsOf = async (...ids: string[]) => (await problemsOf(...ids)).map(({ field }) => field);

test('an item that has all it needs has no problems', async () => {
  await room.create('title', 'lamps', title());
  expect(await problemsOf('lamps')).toEqual([]);
});

test.each<[ContentType, object, string[]]>([
  ['title', { name: { en: 'Bare' } }, ['kind', 'logline', 'keyArt']],
  ['news', { headline: { en: 'Bare' } }, ['summary', 'body']],
  ['person', { name: { en: '' } }, ['name']],
  ['trailer', { name: { en: 'Bare' } }, ['poster']],
  ['gallery', { name: { en: 'Bare' }, pictures: [] }, ['pictures']],
  ['faq', { question: { en: 'Bare?' }, answer: { en: '' } }, ['answer']],
  ['press-kit', { name: { en: 'Bare' } }, ['about']],
])('a %s that is empty where the public reads says which fields are', async (type, data, fields) => {
  await room.create(type, 'bare', data);
  const problems = await problemsOf('bare');
  expect(problems.map(({ field }) => field)).toEqual(fields);
  expect(problems[0]).toMatchObject({ itemId: 'bare', message: expect.stringContaining(`has no ${fields[0]}`) });
});

test('whole items of every type are fit to be published together', async () => {
  const all: [ContentType, object][] = [
    ['title', title()],
    ['news', news()],
    ['person', person()],
    ['trailer', trailer()],
    ['gallery', gallery()],
    ['faq', faq()],
    ['press-kit', pressKit()],
  ];
  for (const [type, data] of all) await room.create(type, type === 'title' ? 'lamps' : `a-${type}`, data);
  await room.create('navigation', 'navigation', NAVIGATION);
  const english = { navigation: { ...NAVIGATION, locales: NAVIGATION.locales.slice(0, 1) } };
  await room.save('navigation', english.navigation);
  expect(await problemsOf('navigation', 'lamps', ...all.slice(1).map(([type]) => `a-${type}`))).toEqual([]);
});

describe('an embargo', () => {
  const embargoUntil = { at: '2026-03-02T09:00', zone: 'America/New_York' };
  beforeEach(() => room.create('news', 'secret', news('Secret', { embargoUntil })));

  test('keeps an item back until its moment at its place', async () => {
    expect(await problemsOf('secret')).toMatchObject([
      { field: 'embargoUntil', message: 'It is under embargo until 2026-03-02, 09:00 in America/New_York.' },
    ]);
    room.clock.now = Date.parse('2026-03-02T13:59:59Z');
    expect(await fieldsOf('secret')).toEqual(['embargoUntil']);
    room.clock.now = Date.parse('2026-03-02T14:00:00Z');
    expect(await fieldsOf('secret')).toEqual([]);
  });

  test('of one item keeps back all that are to be public with it', async () => {
    await room.create('news', 'open', news('Open'));
    expect(await room.publish('open', 'secret')).toHaveLength(1);
    expect(await room.page('/news/open/')).toBeUndefined();
  });
});

describe('a reference', () => {
  beforeEach(async () => {
    await room.create('person', 'wren', person());
    const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Wren' } }];
    await room.create('title', 'lamps', title({ credits }));
  });

  test('leads to an item that is public, or becomes so in the same step', async () => {
    expect(await problemsOf('lamps')).toMatchObject([
      { itemId: 'lamps', name: 'Nine Lamps Out', field: 'credits.0.person.ref' },
    ]);
    expect(await problemsOf('lamps', 'wren')).toEqual([]);
    await room.publish('wren');
    expect(await problemsOf('lamps')).toEqual([]);
  });

  test('to an item that was taken back leads nowhere', async () => {
    await room.publish('wren');
    await room.unpublish('wren');
    expect(await fieldsOf('lamps')).toEqual(['credits.0.person.ref']);
  });
});

describe('a file of the library', () => {
  const still = (more: object = {}) => news('Pictured', { picture: picture(2, more) });

  test.each([
    ['uploading', 'still being uploaded', 'Publish again when it is ready.'],
    ['checking', 'still being checked', 'Publish again when it is ready.'],
    ['processing', 'still being processed', 'Publish again when it is ready.'],
    ['refused', 'refused', 'Choose another file, or name a fallback.'],
    ['failed', 'not ready, because its processing failed', 'Choose another file, or name a fallback.'],
    ['removed', 'removed', 'Choose another file, or name a fallback.'],
  ])('that is %s is told by name, with what to do', async (state, words, remedy) => {
    await room.create('news', 'pictured', still());
    room.addAsset(2, { state });
    expect(await problemsOf('pictured')).toMatchObject([
      { field: 'picture.asset', message: `The file 2.jpg is ${words}.`, remedy },
    ]);
  });

  test('that lacks some renditions can be shown', async () => {
    room.addAsset(2, { state: 'incomplete' });
    await room.create('news', 'pictured', still());
    expect(await problemsOf('pictured')).toEqual([]);
  });

  test('that is not there at all is told by its id', async () => {
    await room.create('news', 'pictured', still());
    room.assets.delete(assetId(2));
    expect(await problemsOf('pictured')).toMatchObject([{ message: `There is no asset ${assetId(2)}.` }]);
  });

  test('that is not ready is left out where the fallback is nothing', async () => {
    room.addAsset(2, { state: 'processing' });
    await room.create('news', 'pictured', still({ fallback: 'none' }));
    expect(await room.publish('pictured')).toEqual([]);
    expect(await room.page('/news/pictured/')).not.toContain('content-2');
  });

  test('that is not ready gives way to the fallback, if that one is', async () => {
    room.addAsset(2, { state: 'processing' });
    await room.create('news', 'pictured', still({ fallback: assetId(3) }));
    room.addAsset(3, { state: 'failed' });
    expect(await fieldsOf('pictured')).toEqual(['picture.asset']);
    room.addAsset(3);
    expect(await room.publish('pictured')).toEqual([]);
    expect(await room.page('/news/pictured/')).toContain('/media/content-3/');
  });
});

describe('an alternative text', () => {
  const described = (alt: object) => title({ keyArt: { asset: assetId(1), alt } });

  test('is needed in every language of the site in which the item has a name', async () => {
    await room.create('title', 'lamps', described({ en: 'A lighthouse' }));
    expect(await fieldsOf('lamps')).toEqual([]);
    await room.create('navigation', 'navigation', NAVIGATION);
    await room.publish('navigation');
    expect(await problemsOf('lamps')).toMatchObject([
      { field: 'keyArt.alt.es', message: 'The picture has no alternative text in es.' },
    ]);
    await room.save('lamps', { ...described({ en: 'A lighthouse' }), name: { en: 'Nine Lamps Out' } });
    expect(await fieldsOf('lamps')).toEqual([]);
  });

  test('is asked for by the navigation that is published with the item', async () => {
    await room.create('navigation', 'navigation', NAVIGATION);
    await room.create('title', 'lamps', described({}));
    expect(await fieldsOf('lamps', 'navigation')).toEqual(['keyArt.alt.en', 'keyArt.alt.es']);
  });

  test('of each picture of a list is told by its place', async () => {
    const pictures = [{ picture: picture(1) }, { picture: { asset: assetId(2), alt: { en: '' } } }];
    await room.create('gallery', 'stills', gallery({ pictures }));
    expect(await fieldsOf('stills')).toEqual(['pictures.1.picture.alt.en']);
  });
});

test('an item that went into the trash meanwhile says only that', async () => {
  await room.create('news', 'bare', { headline: { en: 'Bare' } });
  const { publicationId } = await room.request('publish', ['bare']);
  const stored = await room.readItem('bare');
  if (stored) room.items.set('bare', { ...stored, trashedAt: '2026-03-01T09:00:00.000Z' });
  expect((await room.steps.plan({ publicationId })).problems).toMatchObject([
    { field: 'id', message: '“Bare” is in the trash.' },
  ]);
});

test('an address that an item gave up and another one has by now cannot come back with an earlier version', async () => {
  await room.create('news', 'one', news('One', { slugs: { en: 'light' } }));
  await room.save('one', news('One', { slugs: { en: 'first-light' } }));
  await room.create('news', 'other', news('Other', { slugs: { en: 'light' } }));
  await room.publish('other');
  expect(await room.publish({ itemId: 'one', version: 1 })).toMatchObject([
    { itemId: 'one', field: 'slugs.en', message: 'other has the address light in en.' },
  ]);
  expect(await room.publish('one')).toEqual([]);
});

test('no publication takes up what is in the trash, nor a fallback that is', async () => {
  const trashed = { trashedAt: '2026-03-01T08:30:00.000Z' };
  room.addAsset(2, trashed);
  await room.create('news', 'one', news('One', { picture: picture(2) }));
  await room.create('news', 'two', news('Two', { picture: picture(1, { fallback: assetId(2) }) }));
  expect(await problemsOf('one')).toEqual([
    {
      itemId: 'one',
      name: 'One',
      field: 'picture.asset',
      message: 'The file 2.jpg is in the trash.',
      remedy: 'Restore it, or choose another file.',
    },
  ]);
  expect(await problemsOf('two')).toMatchObject([
    { field: 'picture.asset', message: 'The file 2.jpg is in the trash.' },
  ]);
  room.addAsset(2);
  expect(await problemsOf('one')).toEqual([]);
});
