import { beforeEach, describe, expect, test } from 'vitest';
import { NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const number of [1, 2]) room.addAsset(number);
  await room.create('title', 'lamps', title());
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  expect(await room.publish('lamps', 'navigation')).toEqual([]);
});

/** Rendered, and not yet waiting for the next version. */
const rendered = async (kind: 'publish' | 'unpublish', ...ids: string[]) => {
  const { publicationId } = await room.request(kind, ids);
  const { planKey } = await room.getReady(publicationId);
  await room.unstage(publicationId);
  return {
    publicationId,
    goLive: async () => room.stage({ publicationId, planKey }).then(() => room.goLive(publicationId)),
  };
};
const gone = async () => Object.keys((await room.manifest()).gone).sort();

describe('whatever gets ready first, what was asked for last is public', () => {
  test('an earlier version that took longer does not undo a later one', async () => {
    await room.create('news', 'one', news('Earlier'));
    const earlier = await rendered('publish', 'one');
    await room.save('one', news('Later', { slugs: { en: 'later' } }));
    const later = await rendered('publish', 'one');
    await later.goLive();
    await earlier.goLive();
    expect(await room.page('/news/later/')).toContain('Later, at length.');
    expect(await room.page('/news/earlier/')).toBeUndefined();
    expect(await room.readItem('one')).toMatchObject({ publishedVersion: 2, publishedSequence: 2 });
  });

  test('an item that was taken back stays away', async () => {
    await room.create('news', 'one', news('One'));
    const publish = await rendered('publish', 'one');
    const unpublish = await rendered('unpublish', 'one');
    await unpublish.goLive();
    await publish.goLive();
    const { items, withdrawn } = await room.manifest();
    expect([items.one, withdrawn.one]).toEqual([undefined, 2]);
    expect((await room.readItem('one'))?.publishedVersion).toBeUndefined();
    expect(await room.page('/news/')).toBeUndefined();
  });

  test('an address that was never public is not said to be gone', async () => {
    await room.create('news', 'one', news('One'));
    const publish = await rendered('publish', 'one');
    await (await rendered('unpublish', 'one')).goLive();
    await publish.goLive();
    expect(await gone()).toEqual([]);
  });

  test('an item that comes back later than it was taken back is public', async () => {
    await room.create('news', 'one', news('One'));
    await room.publish('one');
    const unpublish = await rendered('unpublish', 'one');
    await (await rendered('publish', 'one')).goLive();
    await unpublish.goLive();
    expect(await room.page('/news/one/')).toContain('One, at length.');
  });
});

test('publications that go live together show each other, although each was rendered without the other', async () => {
  await room.create('news', 'one', news('One'));
  await room.create('news', 'other', news('Other'));
  const [one, other] = [await room.request('publish', ['one']), await room.request('publish', ['other'])];
  for (const { publicationId } of [one, other]) await room.getReady(publicationId);
  await room.goLive(one.publicationId);
  expect((await room.manifest()).version).toBe(2);
  for (const path of ['/news/', '/es/news/']) {
    expect(await room.page(path)).toContain('One');
    expect(await room.page(path)).toContain('Other');
  }
  expect(await room.steps.build(other)).toEqual({ outcome: 'done', version: 0 });
});

test('a page that was rendered before another publication went live is made once more', async () => {
  await room.create('person', 'wren', person('Wren'));
  await room.publish('wren');
  const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Keeper' } }];
  await room.save('lamps', title({ credits }));
  const slow = await rendered('publish', 'lamps');
  await room.save('wren', person('Saoirse'));
  await room.publish('wren');
  room.made.length = 0;
  await slow.goLive();
  expect(room.made.sort()).toEqual(['/', '/es/', '/es/people/wren/', '/people/wren/']);
  expect(await room.page('/')).toContain('Saoirse');
});

describe('an address that a page had', () => {
  const move = async (slug: string): Promise<void> => {
    await room.save('one', news('One', { slugs: { en: slug } }));
    await room.publish('one');
  };
  beforeEach(async () => {
    await room.create('news', 'one', news('One'));
    await room.publish('one');
  });

  test('leads straight to where it is now', async () => {
    await move('two');
    await move('three');
    expect((await room.manifest()).redirects).toEqual({ '/news/one/': '/news/three/', '/news/two/': '/news/three/' });
  });

  test('is a page again when the item comes back to it', async () => {
    await move('two');
    await move('one');
    const { redirects } = await room.manifest();
    expect(redirects).toEqual({ '/news/two/': '/news/one/' });
  });

  test('is gone with its item, and so are those that led to it', async () => {
    await move('two');
    await room.unpublish('one');
    expect(await gone()).toEqual(['/news/one/', '/news/two/']);
    expect((await room.manifest()).redirects).toEqual({});
    await room.publish('one');
    expect(await gone()).toEqual(['/news/one/']);
  });

  test('of the home title is the root, and back when the home is another', async () => {
    const redirects = async () => (await room.manifest()).redirects;
    await room.save('navigation', NAVIGATION);
    await room.publish('navigation');
    expect(await room.page('/titles/nine-lamps-out/')).toContain('The lights go dark.');
    expect((await room.manifest()).pages['/']?.kind).toBe('home');
    await room.save('navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
    await room.publish('navigation');
    expect(await redirects()).toEqual({ '/titles/nine-lamps-out/': '/', '/es/titles/nueve-faros/': '/es/' });
  });
});

test('a language that the site gives up takes its pages with it', async () => {
  await room.create('person', 'wren', person('Wren'));
  await room.publish('wren');
  await room.save('navigation', { ...NAVIGATION, locales: NAVIGATION.locales.slice(0, 1), home: { ref: 'lamps' } });
  await room.publish('navigation');
  const { pages, locales } = await room.manifest();
  expect(locales).toEqual(['en']);
  expect(Object.keys(pages).filter((path) => path.includes('es/') || path.endsWith('/es'))).toEqual([]);
  expect(await gone()).toEqual(['/es/', '/es/people/wren/']);
});

test('renditions close when no page shows them any more, and open again', async () => {
  await room.create('news', 'one', news('One', { picture: picture(2) }));
  await room.publish('one');
  expect(room.routes.get('media/content-2')).toMatch(/ \+$/);
  await room.unpublish('one');
  expect(room.routes.get('media/content-2')).toMatch(/\+\n\d+ $/);
  expect(Object.keys((await room.manifest()).assets)).toEqual([picture(1).asset]);
  await room.publish('one');
  expect(room.routes.get('media/content-2')).toMatch(/ \+$/);
});

test('what search and the chatbot know of a page goes with it', async () => {
  await room.create('news', 'one', news('One'));
  await room.publish('one');
  const known = async (): Promise<string> => {
    const { knowledge, files } = await room.manifest();
    const keys = [knowledge.en, files['/search/index.json'], files['/feed.xml'], files['/sitemap.xml']];
    return keys.map((key = '') => String(room.files.get(key)?.body)).join();
  };
  expect((await known()).split('/news/one/').length).toBeGreaterThan(4);
  await room.unpublish('one');
  expect(await known()).not.toContain('/news/one/');
});
