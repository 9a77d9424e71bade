import { beforeEach, describe, expect, test } from 'vitest';
import { faq, gallery, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { NEWS_ON_A_PAGE, wantedPages } from './expected.ts';
import type { SiteManifest } from './manifest.ts';
import { outdatedPages } from './outdated.ts';

let room: Newsroom;
let live: SiteManifest;
beforeEach(async () => {
  room = newsroom();
  for (const number of [1, 2, 3]) room.addAsset(number);
  await room.create('person', 'wren', person('Wren', { portrait: picture(3) }));
  await room.create('person', 'mei', person('Mei'));
  const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Keeper' } }];
  await room.create('title', 'lamps', title({ credits }));
  await room.create('news', 'one', news('One', { about: { ref: 'lamps' }, picture: picture(2) }));
  await room.create('news', 'other', news('Other'));
  await room.create('gallery', 'stills', gallery({ about: { ref: 'lamps' } }));
  await room.create('faq', 'when', faq());
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  await room.publish('wren', 'mei', 'lamps', 'one', 'other', 'stills', 'when', 'navigation');
  live = await room.manifest();
});

const outdated = async (change: (manifest: SiteManifest) => void): Promise<string[]> => {
  const manifest = structuredClone(live);
  change(manifest);
  return outdatedPages(await room.open(manifest))
    .map(({ path }) => path)
    .sort();
};
/** Pages that say of themselves that they show something of this name. */
const showing = (...names: string[]): string[] =>
  Object.entries(live.pages)
    .flatMap(([path, { shows }]) => (names.some((name) => name in shows) ? [path] : []))
    .sort();

test('right after a publication no page is out of date', async () => {
  expect(await outdated(() => undefined)).toEqual([]);
});

describe('exactly those pages are out of date that show', () => {
  test.each(['wren', 'mei', 'one', 'other', 'stills', 'when'])('an item that has another version: %s', async (id) => {
    // Its data stays as it was read, so that nothing but the version differs.
    const paths = await outdated(({ items }) => void Object.assign(items[id] ?? {}, { version: 9 }));
    expect(paths).toEqual(showing(`item|${id}`));
    expect(paths.length).toBeLessThan(Object.keys(live.pages).length / 2);
  });

  test('an item that is not public any more', async () => {
    const paths = await outdated(({ items }) => void delete items.wren);
    expect(paths).toEqual(showing('item|wren').filter((path) => !path.includes('wren')));
    expect(paths).toEqual(['/', '/es/']);
  });

  test.each([2, 3])('a file that was made anew: %i', async (number) => {
    const change = { manifestKey: 'media/another/manifest-2.json' };
    const paths = await outdated(({ assets }) => void Object.assign(assets[assetId(number)] ?? {}, change));
    expect(paths).toEqual(showing(`asset|${assetId(number)}`));
  });

  test('a list whose order is another', async () => {
    const paths = await outdated(({ items }) => void Object.assign(items.other ?? {}, { order: -1 }));
    expect(paths).toEqual(showing('list|news|'));
  });

  test('an address that is another, and the page that is there now', async () => {
    const paths = await outdated(({ items }) => void Object.assign(items.wren ?? {}, { slugs: { en: 'w', es: 'w' } }));
    const others = showing('path|wren|en', 'path|wren|es').filter((path) => !path.includes('wren'));
    expect(paths).toEqual([...others, '/people/w/', '/es/people/w/'].sort());
  });

  test('styles that are others: all of them', async () => {
    const files = { stylesheet: '/site/new.css', script: '/site/page.js', fonts: {} };
    const world = await room.open(live, { files });
    expect(outdatedPages(world)).toHaveLength(Object.keys(live.pages).length);
  });
});

test('a page that is missing, or that was of something else, has to be made', async () => {
  expect(await outdated(({ pages }) => void delete pages['/search/'])).toEqual(['/search/']);
  expect(await outdated(({ pages }) => void Object.assign(pages['/'] ?? {}, { kind: 'home' }))).toEqual(['/']);
  expect(await outdated(({ pages }) => void Object.assign(pages['/'] ?? {}, { itemId: 'saga' }))).toEqual(['/']);
});

describe('the site has', () => {
  const paths = async (manifest = live) => wantedPages(await room.open(manifest)).map(({ path }) => path);

  test('a page of each item in each of its languages, and its indexes in every language of the site', async () => {
    const all = await paths();
    expect(all).toEqual(
      expect.arrayContaining(['/', '/es/', '/people/wren/', '/es/people/wren/', '/news/one/', '/galleries/stills/']),
    );
    expect(all).toEqual(
      expect.arrayContaining([
        '/news/',
        '/es/news/',
        '/questions/',
        '/es/search/',
        '404/en',
        '404/es',
        '410/en',
        '410/es',
      ]),
    );
    expect(all).not.toContain('/es/news/one/');
    expect(new Set(all).size).toBe(all.length);
  });

  test('no list of news or questions where there are none', async () => {
    const items = { lamps: live.items.lamps, navigation: live.items.navigation } as SiteManifest['items'];
    const all = await paths({ ...live, items });
    expect(all.filter((path) => /news|questions/.test(path))).toEqual([]);
  });

  test('as many pages of news as it takes', async () => {
    const one = live.items.one;
    const items: SiteManifest['items'] = Object.fromEntries(
      Array.from({ length: NEWS_ON_A_PAGE + 1 }, (_, index) => [`n${index}`, { ...one, slugs: { en: `n${index}` } }]),
    ) as SiteManifest['items'];
    const lists = (await paths({ ...live, items })).filter((path) => /^\/news\/(page-\d+\/)?$/.test(path));
    expect(lists).toEqual(['/news/', '/news/page-2/']);
  });

  test('a home of its own where no title is it', async () => {
    await room.save('navigation', NAVIGATION);
    await room.publish('navigation');
    const wanted = wantedPages(await room.open(await room.manifest()));
    expect(wanted.find(({ path }) => path === '/')).toMatchObject({ kind: 'home' });
    expect(wanted.map(({ path }) => path)).toContain('/titles/nine-lamps-out/');
  });
});
