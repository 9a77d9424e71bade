import { beforeEach, describe, expect, test } from 'vitest';
import { faq, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createLook, listed, stateOfShown } from './look.ts';
import { itemPath, localesOf } from './world.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const number of [1, 2]) room.addAsset(number);
  await room.create('title', 'lamps', title());
  await room.create('person', 'wren', { name: { en: 'Wren' } });
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  await room.publish('lamps', 'wren', 'navigation');
});
const world = async () => room.open(await room.manifest());
const look = async (locale = 'es') => createLook(await world(), locale);

test('before there is a navigation the site has one language and no name of its own', async () => {
  const { locales, defaultLocale, navigation } = await newsroom().open(await newsroom().manifest());
  expect([locales, defaultLocale, navigation.siteName]).toEqual([['en'], 'en', { en: 'Marquee' }]);
});

test('a text is told in the language of the page, else in the default one', async () => {
  const { text } = await look();
  expect(text({ en: 'Light', es: 'Luz' })).toBe('Luz');
  expect(text({ en: 'Light' })).toBe('Light');
  expect(text({ fr: 'Lumière' })).toBe('Lumière');
  expect(text(undefined)).toBeUndefined();
});

describe('the page of an item', () => {
  test('is in the language of the page, else in the default one, else nowhere', async () => {
    const here = await look();
    expect(here.path('lamps')).toBe('/es/');
    expect(here.path('wren')).toBe('/people/wren/');
    expect(here.path('none')).toBeUndefined();
  });

  test('is in those languages of the site in which the item has a name', async () => {
    const whole = await world();
    const wren = whole.manifest.items.wren;
    expect(wren && localesOf(whole, { ...wren, slugs: { fr: 'w', en: 'w' } })).toEqual(['en']);
    expect(itemPath(whole, 'wren', 'es')).toBeUndefined();
    expect(itemPath(whole, 'lamps', 'en')).toBe('/');
  });
});

describe('what a page shows is noted with its state', () => {
  test('items by their version and dates, and those that are not public as well', async () => {
    const here = await look();
    expect(await here.item('wren')).toMatchObject({ itemId: 'wren', data: { name: { en: 'Wren' } } });
    expect(await here.item('none')).toBeUndefined();
    expect(await here.item(undefined)).toBeUndefined();
    expect(here.shows).toEqual({ 'item|wren': expect.stringMatching(/^1 /), 'item|none': '' });
  });

  test('lists by their members and their order', async () => {
    const here = await look();
    expect(here.list('person')).toEqual(['wren']);
    expect(here.list('news', 'lamps')).toEqual([]);
    const [people, articles] = Object.values(here.shows);
    expect(Object.keys(here.shows)).toEqual(['list|person|', 'list|news|lamps']);
    expect(people).not.toBe(articles);
  });

  test('addresses and moments', async () => {
    const here = await look();
    here.path('lamps');
    expect([here.past(room.clock.now), here.past(room.clock.now + 1)]).toEqual([true, false]);
    expect(here.shows).toEqual({
      'path|lamps|es': '/es/',
      'until|2026-03-01T09:00:00.000Z': 'past',
      'until|2026-03-01T09:00:00.001Z': '',
    });
  });

  test('and nothing that nobody knows the state of', async () => {
    const whole = await world();
    expect(() => stateOfShown(whole, 'weather|here')).toThrow('weather|here');
  });
});

describe('a file of the library', () => {
  test('is shown with its words in the language of the page', async () => {
    const here = await look();
    const shown = await here.asset(picture(1));
    expect(shown).toMatchObject({
      alternative: 'Imagen 1',
      width: 1280,
      files: [{ path: '/media/content-1/frame-1280.jpg' }],
    });
    expect(here.shows).toEqual({ [`asset|${assetId(1)}`]: 'media/content-1/manifest-1.json' });
  });

  test('that is not ready gives way to its fallback, and both are noted', async () => {
    const here = await look();
    const shown = await here.asset(picture(2, { fallback: assetId(1) }));
    expect(shown?.files[0]?.path).toContain('content-1');
    expect(Object.keys(here.shows)).toEqual([`asset|${assetId(2)}`, `asset|${assetId(1)}`]);
  });

  test('that is not ready and has none is left out', async () => {
    const here = await look();
    expect(await here.asset(picture(2, { fallback: 'none' }))).toBeUndefined();
    expect(await here.asset(undefined)).toBeUndefined();
    expect(here.shows).toEqual({ [`asset|${assetId(2)}`]: '' });
  });
});

test('a list begins with what has the lowest order, then with what is newest, then by id', async () => {
  const dated = (day: string) => ({ dated: { at: `2026-02-${day}T12:00`, zone: 'UTC' } });
  await room.create('news', 'b', news('B', dated('01')));
  await room.create('news', 'a', news('A', dated('01')));
  await room.create('news', 'c', news('C', { ...dated('02'), about: { ref: 'lamps' } }));
  for (const [id, order] of [
    ['q2', 2],
    ['q1', 1],
  ] as const)
    await room.create('faq', id, faq(id, { order }));
  await room.create('person', 'mei', person('Mei'));
  await room.publish('a', 'b', 'c', 'q1', 'q2');
  const manifest = await room.manifest();
  expect(listed(manifest, 'news')).toEqual(['c', 'a', 'b']);
  expect(listed(manifest, 'news', 'lamps')).toEqual(['c']);
  expect(listed(manifest, 'faq')).toEqual(['q1', 'q2']);
  expect(listed(manifest, 'person')).toEqual(['wren']);
});
