import { beforeEach, describe, expect, test } from 'vitest';
import { faq, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  for (const number of [1, 2]) room.addAsset(number);
  await room.create(
    'person',
    'wren',
    person('Wren', { biography: { en: 'Born by the **sea**.', es: 'Nació junto al mar.' } }),
  );
  await room.create('title', 'lamps', title());
  const body = { en: 'At length: [the press](/press/).', es: 'Con detalle.' };
  const headline = { en: 'First light', es: 'Primera luz' };
  await room.create('news', 'one', news('First light', { headline, body, byline: 'Ada', picture: picture(2) }));
  await room.create('faq', 'when', faq());
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  expect(await room.publish('wren', 'lamps', 'one', 'when', 'navigation')).toEqual([]);
});

const file = async (path: string): Promise<string> => {
  const { files } = await room.manifest();
  return String(room.files.get(files[path] ?? '')?.body);
};

describe('the sitemap', () => {
  test('has every page that a search engine may show, and no other', async () => {
    const listed = [...(await file('/sitemap.xml')).matchAll(/<loc>https:\/\/example\.com([^<]*)<\/loc>/g)].map(
      ([, path]) => path,
    );
    const { pages } = await room.manifest();
    const wanted = Object.keys(pages).filter((path) => path.startsWith('/') && !path.includes('search'));
    expect(listed.sort()).toEqual(wanted.sort());
    expect(listed).toContain('/es/questions/');
  });

  test('names each page in every language that has it', async () => {
    const xml = await file('/sitemap.xml');
    const entry = xml.split('<url>').find((each) => each.includes('<loc>https://example.com/es/people/wren/'));
    for (const [locale, path] of [
      ['en', '/people/wren/'],
      ['es', '/es/people/wren/'],
      ['x-default', '/people/wren/'],
    ])
      expect(entry).toContain(`hreflang="${locale}" href="https://example.com${path}"`);
    const index = xml.split('<url>').find((each) => each.includes('<loc>https://example.com/es/news/</loc>'));
    expect(index).toContain('hreflang="en" href="https://example.com/news/"');
  });

  test('is where robots are told that it is', async () => {
    expect(await file('/robots.txt')).toContain('Sitemap: https://example.com/sitemap.xml');
  });
});

describe('the feeds', () => {
  test('of each language tell its news, with what is relative made whole', async () => {
    const feed = JSON.parse(await file('/feed.json'));
    expect(feed.items).toMatchObject([
      {
        url: 'https://example.com/news/first-light/',
        title: 'First light',
        authors: [{ name: 'Ada' }],
        image: 'https://example.com/media/content-2/frame-1280.jpg',
      },
    ]);
    expect(feed.items[0].content_html).toContain('https://example.com/press/');
    const rss = await file('/es/feed.xml');
    expect(rss).toContain('<link>https://example.com/es/news/primera-luz/</link>');
    expect(rss).toContain('<language>es</language>');
  });

  test('hold the thirty newest articles', async () => {
    const ids = Array.from({ length: 31 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    for (const [index, id] of ids.entries()) {
      const dated = { at: `2026-01-${String(index + 1).padStart(2, '0')}T12:00`, zone: 'UTC' };
      await room.create('news', id, news(id, { dated }));
    }
    await room.publish(...ids);
    const { items } = JSON.parse(await file('/feed.json'));
    expect([items.length, items[0].title, items[1].title]).toEqual([30, 'First light', 'n30']);
  });
});

describe('search', () => {
  const entries = async (path = '/search/index.json') => JSON.parse(await file(path)).entries;

  test('knows the pages of its language, with their words and without their markup', async () => {
    const known = await entries();
    expect(known.map(({ path }: { path: string }) => path)).toEqual([
      '/',
      '/news/first-light/',
      '/people/wren/',
      '/questions/',
    ]);
    expect(known[2]).toMatchObject({
      kind: 'person',
      title: 'Wren',
      text: expect.stringContaining('Born by the sea.'),
    });
    const spanish = await entries('/es/search/index.json');
    expect(spanish[1]).toMatchObject({ path: '/es/news/primera-luz/', text: expect.stringContaining('Con detalle.') });
  });

  test('has another version exactly when its words are others', async () => {
    const version = async () => JSON.parse(await file('/search/index.json')).version;
    const before = await version();
    await room.publish('one');
    expect(await version()).toBe(before);
    await room.save('wren', person('Wren', { biography: { en: 'Born inland.' } }));
    await room.publish('wren');
    expect(await version()).not.toBe(before);
  });
});

describe('what the chatbot may say', () => {
  const knowledge = async (locale: string) => {
    const key = (await room.manifest()).knowledge[locale] ?? '';
    return { body: JSON.parse(String(room.files.get(key)?.body)), stored: room.files.get(key) };
  };

  test('is passages of public pages and curated answers, each with where it stands', async () => {
    const { body, stored } = await knowledge('en');
    expect(body.locale).toBe('en');
    expect(body.pages.find(({ itemId }: { itemId?: string }) => itemId === 'wren')).toMatchObject({
      path: '/people/wren/',
      version: 1,
      passages: [{ text: expect.stringContaining('Born by the sea.') }],
    });
    expect(body.questions).toEqual([
      { itemId: 'when', version: 1, question: 'When?', answer: 'When? Soon.', path: '/questions/#when' },
    ]);
    expect(stored?.caching).toBe('private');
  });

  test('has the ways of asking that are listed in its language, which no page shows', async () => {
    const alsoAsked = { en: ['how soon is it on'], es: ['¿para cuándo?'] };
    await room.save('wren', person('Wren', { biography: { en: 'Born inland.' }, alsoAsked: { en: ['who is wren'] } }));
    await room.save('when', { ...faq(), alsoAsked });
    await room.publish('wren', 'when');
    const { body } = await knowledge('en');
    expect(body.questions).toMatchObject([{ itemId: 'when', alsoAsked: alsoAsked.en }]);
    expect(body.pages.find(({ itemId }: { itemId?: string }) => itemId === 'wren').alsoAsked).toEqual(['who is wren']);
    const { knowledge: keys, documents } = await room.manifest();
    const known = new Set([...Object.values(keys), ...Object.values(documents)]);
    for (const [key, { body: shown }] of room.files)
      if (!known.has(key)) expect(String(shown)).not.toContain('how soon is it on');
  });

  test('is what a title says of its dates, its episodes and its people, in words', async () => {
    const releases = [
      { territories: ['GB', 'IE'], opens: { at: '2026-12-04T20:00', zone: 'Europe/London' } },
      { territories: ['US'], announcedOn: '2026-11-27' },
    ];
    const episodes = [
      { number: 1, title: { en: 'The Count' }, summary: { en: 'Nine lights.' }, duration: 3120 },
      { number: 2, title: { en: 'A secret' }, opens: { day: '2026-11-27' } },
    ];
    const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'The keeper' } }];
    await room.save('lamps', title({ releases, episodes, credits }));
    await room.publish('lamps');
    const { body } = await knowledge('en');
    const { passages } = body.pages.find(({ itemId }: { itemId?: string }) => itemId === 'lamps');
    expect(passages.filter(({ part }: { part?: string }) => part)).toEqual([
      { part: 'cast', heading: 'Wren', text: 'Wren: The keeper' },
      { part: 'episode', heading: 'Episode 1: The Count', text: 'Nine lights.\n52 min' },
      { part: 'sealed', heading: 'Episode 2', text: 'Sealed. Title and story open Friday 27 November 2026' },
      {
        part: 'release',
        heading: 'United Kingdom and Ireland',
        text: 'United Kingdom and Ireland: Friday 4 December 2026, 20:00 in London',
        territories: ['GB', 'IE'],
      },
      {
        part: 'release',
        heading: 'United States',
        text: 'United States: Date announced Friday 27 November 2026',
        territories: ['US'],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('A secret');
  });

  test('lies where the public cannot load it', async () => {
    const { knowledge: keys, documents } = await room.manifest();
    const served = [...room.routes.values()].join('\n');
    for (const key of [...Object.values(keys), ...Object.values(documents)]) expect(served).not.toContain(key);
  });
});
