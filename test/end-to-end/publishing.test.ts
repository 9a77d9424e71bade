import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NAVIGATION, type Newsroom, news, startNewsroom } from './newsroom.ts';

let room: Newsroom;
let keyArt: Awaited<ReturnType<Newsroom['picture']>>;
let portrait: typeof keyArt;
beforeAll(async () => {
  room = await startNewsroom();
  [keyArt, portrait] = [await room.picture(), await room.picture()];
  await room.create('person', 'wren', { name: { en: 'Saoirse Nakagreen', es: 'Saoirse Nakagreen' }, portrait });
  await room.create('title', 'lamps', title());
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
});
afterAll(() => room?.stop());

const title = (more: object = {}) => ({
  kind: 'series',
  name: { en: 'Nine Lamps Out', es: 'Nueve faros' },
  logline: { en: 'The lights go dark.', es: 'Las luces se apagan.' },
  keyArt,
  credits: [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Wren' } }],
  ...more,
});

describe('before anything is published', () => {
  test('every address says that nothing is here', async () => {
    const { status, text } = await room.page('/');
    expect([status, text]).toEqual([404, 'Not found. Nothing is published here yet.']);
  });

  test('what keeps an item back is told by field, and the item shows it', async () => {
    const { state, problems } = await room.publish('lamps');
    expect([state, problems]).toMatchObject(['failed', [{ field: 'credits.0.person.ref' }]]);
    expect(await room.must('GET', '/content/lamps')).toMatchObject({
      state: 'draft',
      publication: { state: 'failed', problems: [{ message: 'It refers to wren, which is not public.' }] },
    });
    expect((await room.page('/')).status).toBe(404);
  });
});

describe('a publication', () => {
  beforeAll(async () => {
    expect(await room.publish('wren', 'lamps', 'navigation')).toMatchObject({ state: 'live', siteVersion: 1 });
  });

  test('makes pages in each language, indexes and feeds, all at one version', async () => {
    for (const path of [
      '/',
      '/es/',
      '/people/saoirse-nakagreen/',
      '/sitemap.xml',
      '/feed.xml',
      '/feed.json',
      '/robots.txt',
    ])
      expect([path, (await room.page(path)).status]).toEqual([path, 200]);
    expect((await room.page('/')).text).toContain('The lights go dark.');
    expect((await room.page('/es/')).text).toContain('Las luces se apagan.');
    const { entries } = JSON.parse((await room.page('/es/search/index.json')).text);
    expect(entries.map(({ path }: { path: string }) => path)).toEqual(['/es/', '/es/people/saoirse-nakagreen/']);
    expect(await room.must('GET', '/content/lamps')).toMatchObject({ state: 'published', publishedVersion: 1 });
  });

  test('is short-lived in browsers and kept by the CDN, whose key is the content', async () => {
    const { headers } = await room.page('/');
    expect(headers.get('cache-control')).toBe('public, max-age=60, s-maxage=31536000');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    const sheet = /href="(\/site\/[^"]+\.css)"/.exec((await room.page('/')).text)?.[1] ?? '';
    expect((await room.page(sheet)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('opens the renditions of its pictures to everybody', async () => {
    const path = /\/media\/[^" ?]+\.jpg/.exec((await room.page('/')).text)?.[0] ?? '';
    expect((await room.page(path)).status).toBe(200);
  });

  test('leaves what is edited afterwards as it is', async () => {
    const edited = title({ logline: { en: 'All of them.', es: 'Todas.' } });
    expect(await room.save('lamps', 1, edited)).toMatchObject({ version: 2, state: 'changed' });
    expect((await room.page('/')).text).not.toContain('All of them.');
    await room.publish('lamps');
    expect((await room.page('/')).text).toContain('All of them.');
    expect(await room.must('GET', '/content/lamps')).toMatchObject({ state: 'published', publishedVersion: 2 });
  });

  test('announces itself, and its thread begins with the request', async () => {
    const { correlationId } = await room.must('POST', '/content/lamps/publications', { kind: 'publish' });
    const published = await room.event(
      ({ 'detail-type': type, detail }) =>
        type === 'ContentPublished' && JSON.stringify(detail).includes(String(correlationId)),
    );
    expect(published.detail).toMatchObject({
      metadata: { correlationId },
      data: { paths: ['/', '/es/'], lateSeconds: 0 },
    });
  });
});

test('an address that a page had leads to where it is now, straight', async () => {
  await room.create('news', 'first-light', news('First light'));
  await room.publish('first-light');
  for (const [version, slug] of [
    [1, 'second-light'],
    [2, 'third-light'],
  ] as const) {
    await room.save('first-light', version, news('First light', { slugs: { en: slug } }));
    await room.publish('first-light');
  }
  for (const former of ['/news/first-light/', '/news/second-light/']) {
    const { status, headers } = await room.page(former);
    expect([status, headers.get('location')]).toEqual([301, '/news/third-light/']);
  }
  expect((await room.page('/news/third-light')).headers.get('location')).toBe('/news/third-light/');
  const taken = await room.call('POST', '/content', {
    type: 'news',
    data: news('Other', { slugs: { en: 'first-light' } }),
  });
  expect([taken.status, taken.body.error]).toMatchObject([409, { code: 'slug-taken', field: 'slugs.en' }]);
});

test('what changes with an item is made again in the same step, and nothing else is', async () => {
  const keys = async (): Promise<Record<string, string | null>> =>
    Object.fromEntries(
      await Promise.all(
        ['/', '/es/', '/people/saoirse-nakagreen/', '/news/third-light/', '/search/'].map(async (path) => [
          path,
          (await room.page(path)).headers.get('etag'),
        ]),
      ),
    );
  const before = await keys();
  await room.save('wren', 1, { name: { en: 'Saoirse N. Nakagreen', es: 'Saoirse N. Nakagreen' }, portrait });
  await room.publish('wren');
  const after = await keys();
  const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
  expect(changed).toEqual(['/', '/es/', '/people/saoirse-nakagreen/']);
  expect((await room.page('/')).text).toContain('Saoirse N. Nakagreen');
});

test('a picture that is made anew is shown anew; one that is removed is not shown any more', async () => {
  const late = await room.picture();
  await room.create('news', 'picture', news('Picture', { picture: { ...late, fallback: 'none' } }));
  await room.publish('picture');
  const path = /\/media\/[^" ?]+\.jpg/.exec((await room.page('/news/picture/')).text)?.[0] ?? '';
  expect((await room.page(path)).status).toBe(200);
  expect((await room.request('DELETE', `/assets/${late.asset}`)).body.error).toMatchObject({ code: 'in-use' });
  await room.request('DELETE', `/assets/${late.asset}?anyway=true`);
  await room.ended('publishcontent', 'RefreshRequested');
  await expect
    .poll(async () => (await room.page('/news/picture/')).text.includes(path), { timeout: 60_000 })
    .toBe(false);
  expect((await room.page(path)).status).toBe(404);
  expect((await room.page('/news/picture/')).status).toBe(200);
});

test('a public picture that comes under an embargo is withdrawn at once, and is back when it has none', async () => {
  const still = await room.picture();
  await room.create('news', 'held', news('Held', { picture: { ...still, fallback: 'none' } }));
  await room.publish('held');
  const path = /\/media\/[^" ?]+\.jpg/.exec((await room.page('/news/held/')).text)?.[0] ?? '';
  expect((await room.page(path)).status).toBe(200);
  const details = { name: 'Held', folder: '', tags: [], alt: {}, focalPoint: { x: 50, y: 50 } };
  const keep = (version: number, more: object) =>
    room.must('PUT', `/assets/${still.asset}`, { ...details, ...more }, { 'if-match': `"${version}"` });
  await keep(1, { embargoUntil: { at: '2099-01-01T09:00', zone: 'Europe/London' } });
  await expect.poll(async () => (await room.page(path)).status, { timeout: 30_000 }).toBe(404);
  expect((await room.page('/news/held/')).text).not.toContain(path);
  await keep(2, {});
  await expect.poll(async () => (await room.page(path)).status, { timeout: 30_000 }).toBe(200);
});

describe('an item that is taken back', () => {
  test('is gone with its pictures, and pages that showed it go on without it', async () => {
    const path = /\/media\/[^" ?]+\.jpg/.exec((await room.page('/people/saoirse-nakagreen/')).text)?.[0] ?? '';
    expect((await room.page(path)).status).toBe(200);
    expect(await room.unpublish('wren')).toMatchObject({ state: 'live' });
    expect([(await room.page('/people/saoirse-nakagreen/')).status, (await room.page(path)).status]).toEqual([
      410, 404,
    ]);
    expect((await room.page('/es/people/saoirse-nakagreen/')).text).toContain('<html lang="es"');
    for (const where of ['/', '/es/', '/search/index.json', '/sitemap.xml'])
      expect((await room.page(where)).text, where).not.toContain('aoirse');
    expect(await room.must('GET', '/content/wren')).toMatchObject({ state: 'unpublished' });
    const purged = room.seen.some(({ 'detail-type': type }) => type === 'ContentUnpublished');
    expect(purged).toBe(true);
  });

  test('goes into the trash and comes back, but not while it is public', async () => {
    expect((await room.call('DELETE', '/content/lamps')).body.error).toMatchObject({ code: 'still-public' });
    expect(await room.must('DELETE', '/content/wren')).toMatchObject({ state: 'trashed' });
    expect((await room.call('POST', '/content/wren/publications', { kind: 'publish' })).status).toBe(409);
    const { items } = await room.must('GET', '/content?type=person');
    expect(items).toEqual([]);
    expect(await room.must('POST', '/content/wren/restore')).toMatchObject({ state: 'unpublished' });
    await room.publish('wren', 'lamps');
    expect((await room.page('/people/saoirse-nakagreen/')).status).toBe(200);
  });
});

test('a preview shows what is not public to who has the link, until it ends, and to nobody else', async () => {
  const hidden = await room.picture();
  await room.create('news', 'secret', news('Secret', { picture: hidden }));
  const { links } = await room.must('POST', '/content/secret/preview', { hours: 1 });
  await room.ended('preview', 'secret');
  const [{ url = '' } = {}] = links as { url: string }[];
  const page = await (await fetch(url)).text();
  expect(page).toContain('Secret, at length.');
  const [picture = ''] = /\/media\/[^" ]+\.jpg[^" ]*/.exec(page) ?? [];
  const signed = picture.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
  expect((await room.page(signed)).status).toBe(200);
  expect((await room.page(signed.replace(/\?.*/, ''))).status).toBe(404);
  for (const wrong of [url.replace(/.$/, '_'), url.replace(/\?.*/, ''), url.replace('secret', 'picture')])
    expect((await fetch(wrong)).status, wrong).toBe(403);
  const ended = url.replace(/expires=\d+/, 'expires=1000000000');
  expect((await fetch(ended)).status).toBe(403);
});
