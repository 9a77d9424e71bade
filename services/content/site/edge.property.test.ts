import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEdge } from '../testing/edge.ts';
import { emptyManifest, type LivePage, type SiteManifest } from './manifest.ts';
import { siteChanges } from './routes.ts';

const PATHS = ['/', '/a/', '/a/b/', '/es/', '/es/a/', '/feed.xml', '/a/calendar.ics'] as const;
const ASSETS = ['one', 'other'] as const;

type Kind = 'page' | 'file' | 'redirect' | 'gone' | 'nothing';
type Said = { kinds: Kind[]; shown: boolean[]; keys: number[] };

const page = (key: string, shows: Record<string, string> = {}): LivePage => {
  return { key, locale: 'en', kind: 'item', shows, files: {}, modified: '2026-03-01T09:00:00.000Z' };
};

/** A version in which each address is something of its own. */
const versionOf = ({ kinds, shown, keys }: Said, version: number): SiteManifest => {
  const manifest: SiteManifest = { ...emptyManifest(), version, locales: ['en', 'es'] };
  PATHS.forEach((path, index) => {
    const key = `pages/${keys[index]}`;
    const kind = kinds[index];
    if (kind === 'page') manifest.pages[path] = page(key);
    if (kind === 'file') manifest.files[path] = key;
    if (kind === 'redirect') manifest.redirects[path] = `/to/${keys[index]}/`;
    if (kind === 'gone') manifest.gone[path] = true;
  });
  const shows = Object.fromEntries(ASSETS.flatMap((id, index) => (shown[index] ? [[`asset|${id}`, 'ready']] : [])));
  for (const status of [404, 410])
    for (const locale of ['en', 'es'])
      manifest.pages[`${status}/${locale}`] = page(`pages/${status}-${locale}-${keys[0]}`, shows);
  for (const id of ASSETS) manifest.assets[id] = { manifestKey: 'ready', contentId: `content-${id}`, updatedAt: '' };
  return manifest;
};

/** What the public has to get at a version. */
const expected = ({ kinds, shown, keys }: Said): string[] => {
  const error = (status: number, path: string): string =>
    `= /pages/${status}-${path.startsWith('/es/') ? 'es' : 'en'}-${keys[0]}`;
  return [
    ...PATHS.map((path, index) => {
      const kind = kinds[index];
      if (kind === 'redirect') return `> /to/${keys[index]}/`;
      if (kind === 'gone') return error(410, path);
      return kind === 'nothing' ? error(404, path) : `= /pages/${keys[index]}`;
    }),
    ...ASSETS.map((id, index) => (shown[index] ? `= /media/content-${id}/frame-640.jpg` : '404')),
  ];
};

const said = fc.record({
  kinds: fc.array(fc.constantFrom<Kind>('page', 'file', 'redirect', 'gone', 'nothing'), { minLength: 7, maxLength: 7 }),
  shown: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  keys: fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }),
});

test('whichever addresses are written, the public gets exactly the version that is live', async () => {
  const addresses = [...PATHS, ...ASSETS.map((id) => `/media/content-${id}/frame-640.jpg`)];
  const versions = fc.array(fc.tuple(said, fc.infiniteStream(fc.boolean())), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(versions, async (all) => {
      const routes = new Map<string, string>();
      const edge = await openEdge(routes, { now: 0 });
      const seen = () => Promise.all(addresses.map((address) => edge(address)));
      let before = emptyManifest();
      let now = addresses.map(() => '404');
      for (const [index, [each, chosen]] of all.entries()) {
        const after = versionOf(each, index + 1);
        const changes = siteChanges(before, after).routes;
        const some = changes.filter(() => chosen.next().value);
        for (const [key, value] of some) routes.set(key, value);
        expect(await seen()).toEqual(now);
        for (const [key, value] of changes) routes.set(key, value);
        expect(await seen()).toEqual(now);
        routes.set('live', `${after.version} ${after.locales.join(',')}`);
        now = expected(each);
        expect(await seen()).toEqual(now);
        before = after;
      }
    }),
    { numRuns: 150 },
  );
});

test('what does not change is not written again', () => {
  fc.assert(
    fc.property(said, (each) => {
      expect(siteChanges(versionOf(each, 1), versionOf(each, 2)).routes).toEqual([]);
    }),
  );
});
