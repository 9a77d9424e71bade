import { beforeEach, describe, expect, test } from 'vitest';
import { signedQuery } from '../../shared/signed-link.ts';
import { previewKey, previewPath } from '../previews.ts';
import { openEdge } from '../testing/edge.ts';
import { emptyManifest, type LivePage, type SiteManifest } from './manifest.ts';
import { routesOf, siteChanges } from './routes.ts';

const page = (key: string, more: Partial<LivePage> = {}): LivePage => {
  return { key, locale: 'en', kind: 'item', shows: {}, files: {}, modified: '2026-03-01T09:00:00.000Z', ...more };
};
const site = (more: Partial<SiteManifest> = {}): SiteManifest => ({ ...emptyManifest(), version: 1, ...more });

const clock = { now: Date.parse('2026-03-01T09:00:00Z') };
let routes: Map<string, string>;
let edge: (address: string) => Promise<string>;
beforeEach(async () => {
  routes = new Map([['signing-key', 'a key']]);
  edge = await openEdge(routes, clock);
});

const goLive = (manifest: SiteManifest, locales = 'en,es'): void => {
  for (const [key, value] of siteChanges(emptyManifest(), manifest).routes) routes.set(key, value);
  routes.set('live', `${manifest.version} ${locales}`);
};

test('before anything is published every address is not found', async () => {
  for (const path of ['/', '/es/', '/news/first-light/', '/media/content-1/frame-640.jpg'])
    expect(await edge(path)).toBe('404');
});

test('a page has one address: without its last slash it leads there', async () => {
  goLive(site({ pages: { '/news/one/': page('pages/1') }, redirects: { '/news/old/': '/news/one/' } }));
  expect(await edge('/news/one/')).toBe('= /pages/1');
  expect(await edge('/news/one')).toBe('> /news/one/');
  expect(await edge('/news/old')).toBe('> /news/old/');
  expect(await edge('/news/old/')).toBe('> /news/one/');
  expect(await edge('/news')).toBe('404');
});

test('an error is told in the language of the address, else in the first one of the site', async () => {
  const pages = Object.fromEntries(
    ['404/en', '404/es', '410/en', '410/es'].map((path) => [path, page(`pages/${path.replace('/', '-')}`)]),
  );
  goLive(site({ pages, gone: { '/news/one/': true, '/es/news/one/': true } }));
  expect(await edge('/nothing/')).toBe('= /pages/404-en');
  expect(await edge('/es/nothing/')).toBe('= /pages/404-es');
  expect(await edge('/fr/nothing/')).toBe('= /pages/404-en');
  expect(await edge('/news/one/')).toBe('= /pages/410-en');
  expect(await edge('/es/news/one/')).toBe('= /pages/410-es');
  expect(await edge('/404/en')).toBe('= /pages/404-en');
});

test('nothing but addresses of the site leads to what the bucket holds', async () => {
  goLive(site({ pages: { '/': page('pages/1') } }));
  for (const path of ['/pages/1', '/versions/00000001.json', '/previews/one/1/en.html', '/live', '/signing-key'])
    expect(await edge(path), path).toBe('404');
  expect(await edge(`/${'a'.repeat(600)}`)).toBe('404');
});

describe('renditions', () => {
  const pictured = page('pages/1', { shows: { 'asset|a': 'm' } });
  const assets = { a: { manifestKey: 'm', contentId: 'content-a', updatedAt: '' } };

  test('are open as long as a page shows them', async () => {
    goLive(site({ pages: { '/': pictured }, assets }));
    expect(await edge('/media/content-a/frame-640.jpg')).toBe('= /media/content-a/frame-640.jpg');
    expect(await edge('/media/content-b/frame-640.jpg')).toBe('404');
  });

  test('that are known and not shown are closed', () => {
    expect(routesOf(site({ pages: { '/': page('pages/1') }, assets })).has('media/content-a')).toBe(false);
  });

  test('open by a signed link alone, for its content and until it ends', async () => {
    const signed = signedQuery('a key', 'media/content-a', clock.now + 60_000);
    expect(await edge(`/media/content-a/frame-640.jpg?${signed}`)).toBe('= /media/content-a/frame-640.jpg');
    expect(await edge(`/media/content-b/frame-640.jpg?${signed}`)).toBe('404');
    const ended = signedQuery('a key', 'media/content-a', clock.now);
    expect(await edge(`/media/content-a/frame-640.jpg?${ended}`)).toBe('404');
  });
});

describe('a preview', () => {
  const path = previewPath('first-light', 7, 'pt-BR');
  const link = (key = 'a key', until = clock.now + 60_000, scope = path): string =>
    `/${path}/?${signedQuery(key, scope, until)}`;

  test('is shown to whoever has its link, without any version of the site', async () => {
    expect(await edge(link())).toBe(`= /${previewKey('first-light', 7, 'pt-BR')}`);
  });

  test('is shown to nobody else', async () => {
    const later = link().replace(/expires=\d+/, 'expires=9999999999');
    const other = previewPath('first-light', 8, 'pt-BR');
    const wrong = [`/${path}/`, link('another key'), link('a key', clock.now), later, link('a key', undefined, other)];
    for (const address of [...wrong, link().replace(/.$/, '_'), link().replace(/signature=.*/, 'signature=')])
      expect(await edge(address), address).toBe('403');
  });

  test('is shown to nobody while no key is made', async () => {
    routes.delete('signing-key');
    expect(await edge(link('undefined'))).toBe('403');
  });
});

test('an address that the edge cannot hold is refused before anything is written', () => {
  const path = `/${'é'.repeat(256)}/`;
  expect(() => routesOf(site({ pages: { [path]: page('pages/1') } }))).toThrow(RangeError);
});

describe('what the caches are cleared of', () => {
  const shown = { 'asset|a': 'm' };
  const assets = { a: { manifestKey: 'm', contentId: 'content-a', updatedAt: '' } };

  test('is what was served and is no more, and no page that only another one has replaced', () => {
    const before = site({
      pages: { '/': page('pages/1', { shows: shown }), '/gone/': page('pages/2'), '/moved/': page('pages/3') },
      assets,
    });
    const after = site({
      version: 2,
      pages: { '/': page('pages/4'), '/here/': page('pages/3') },
      gone: { '/gone/': true },
    });
    expect(siteChanges(before, after).withdrawn.sort()).toEqual(['/media/content-a/*', '/pages/2']);
    expect(siteChanges(before, before).withdrawn).toEqual([]);
  });

  test('is everything at once where it is very much', () => {
    const pages = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`/${index}/`, page(`pages/${index}`)]));
    expect(siteChanges(site({ pages }), site({ version: 2 })).withdrawn).toEqual(['/*']);
  });
});
