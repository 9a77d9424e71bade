import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers, type Scope } from '../territories.ts';
import { openEdge } from '../testing/edge.ts';
import { itemsKnown } from '../testing/editions.ts';
import { faq, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import type { PageDocument } from './documents.ts';
import { viewOf } from './editions.ts';
import { wantedPages } from './expected.ts';
import { knowledgeFile, searchFile } from './indexes.ts';
import { renderPage } from './render-page.ts';

const IDS = ['lamps', 'wren', 'one', 'other', 'when', 'navigation'] as const;
type Id = (typeof IDS)[number];
const NAMED = ['GB', 'IE', 'JP'] as const;
const PLACES = [undefined, ...NAMED, 'FR'] as const;

const dataOf = (id: Id, edit: number): object => {
  const slugs = { slugs: { en: `${id}-${edit % 2}` } };
  if (id === 'lamps') {
    const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: `Role ${edit}` } }];
    return title({ name: { en: `Lamps ${edit}`, es: `Faros ${edit}` }, keyArt: picture(1 + (edit % 2)), credits });
  }
  if (id === 'wren') return person(`Wren ${edit}`, slugs);
  if (id === 'when') return faq(`When?`, { alsoAsked: { en: [`When is edit ${edit}?`] } });
  if (id === 'navigation') {
    const locales = edit % 2 ? NAVIGATION.locales.slice(0, 1) : NAVIGATION.locales;
    return { ...NAVIGATION, locales, ...(edit % 3 ? { home: { ref: 'lamps' } } : {}) };
  }
  return news(`${id} ${edit}`, { ...slugs, picture: picture(2, { fallback: 'none' }) });
};

const some = fc.uniqueArray(fc.constantFrom(...NAMED), { minLength: 1, maxLength: 2 });
const scope: fc.Arbitrary<Scope> = fc.oneof(
  some.map((only) => ({ only })),
  some.map((except) => ({ except })),
  fc.constant({ except: [] }),
);
const step = fc.record({
  do: fc.constantFrom('save', 'publish', 'publish', 'withdraw', 'mixed', 'goLive', 'goLive'),
  id: fc.constantFrom(...IDS),
  other: fc.constantFrom(...IDS),
  scope,
  pick: fc.nat(5),
});

type Asked = { itemId: string; scope: Scope; version: number | undefined; live: boolean };

/** What is public of an item in a place, of everything that has gone live: what was asked for last there. */
const expectedVersion = (asked: readonly Asked[], id: string, place: string | undefined): number | undefined =>
  asked.findLast((each) => each.live && each.itemId === id && covers(each.scope, place ?? '*'))?.version;

const expectWhole = async (room: Newsroom, asked: readonly Asked[]): Promise<void> => {
  const manifest = await room.manifest();
  const edge = await openEdge(room.routes, room.clock);
  for (const place of PLACES) {
    const view = viewOf(manifest, place);
    for (const id of IDS)
      expect([place, id, view.items[id]?.version]).toEqual([place, id, expectedVersion(asked, id, place)]);
    const world = await room.open(view);
    const wanted = wantedPages(world);
    expect([place, Object.keys(view.pages).sort()]).toEqual([place, wanted.map(({ path }) => path).sort()]);
    const documents: Record<string, Record<string, PageDocument>> = {};
    for (const each of wanted) {
      const { page, document } = await renderPage(world, each);
      expect([place, each.path, view.pages[each.path]?.key]).toEqual([place, each.path, page.key]);
      expect(room.files.has(page.key)).toBe(true);
      if (each.path.startsWith('/')) expect([place, await edge(each.path, place)]).toEqual([place, `= /${page.key}`]);
      if (document) documents[each.locale] = { ...documents[each.locale], [each.path]: document };
    }
    for (const locale of world.locales) {
      const known = await knowledgeFile(world, locale, documents[locale] ?? {});
      expect([place, locale, view.knowledge[locale]]).toEqual([place, locale, known.key]);
      const { path = '', file } = searchFile(world, locale, documents[locale] ?? {});
      expect([place, await edge(path, place)]).toEqual([place, `= /${file.key}`]);
    }
    const all = [manifest, ...NAMED.map((name) => viewOf(manifest, name))].flatMap(({ pages }) => Object.keys(pages));
    for (const path of new Set(all)) {
      if (view.pages[path] || !path.startsWith('/')) continue;
      const found = await edge(path, place);
      const shown = Object.values(view.pages).map(({ key }) => `= /${key}`);
      // An error page, or where it is now; never what only others may see.
      expect(found.startsWith('> ') || shown.includes(found), `${path} in ${place}: ${found}`).toBe(true);
    }
  }
};

test('whatever is released and taken back where and in whatever order, each place sees exactly what is public there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const room = newsroom();
      for (const number of [1, 2]) room.addAsset(number);
      const type = {
        lamps: 'title',
        wren: 'person',
        when: 'faq',
        navigation: 'navigation',
        one: 'news',
        other: 'news',
      } as const;
      for (const id of ['wren', 'lamps', 'one', 'other', 'when', 'navigation'] as const)
        await room.create(type[id], id, dataOf(id, 1));
      await room.publish('wren', 'lamps', 'navigation');
      const asked: Asked[] = ['wren', 'lamps', 'navigation'].map((itemId) => ({
        ...{ itemId, scope: { except: [] }, version: 1, live: true },
      }));
      const waiting: { publicationId: string; own: Asked[] }[] = [];
      for (const [index, each] of steps.entries()) {
        room.clock.now += 60_000;
        if (each.do === 'save') await room.save(each.id, dataOf(each.id, index + 2));
        if (['publish', 'withdraw', 'mixed'].includes(each.do)) {
          const parts = [{ itemId: each.id, withdraw: each.do === 'withdraw' }];
          if (each.do === 'mixed' && each.other !== each.id) parts.push({ itemId: each.other, withdraw: true });
          const items = await room.readItems(parts.map(({ itemId }) => itemId));
          const own = parts.map(({ itemId, withdraw }): Asked => {
            const version = withdraw ? undefined : items.get(itemId)?.version;
            return { itemId, scope: each.scope, version, live: false };
          });
          // The way back, which nothing holds up: what matters here is what is seen where.
          const { publicationId } = await room.requestRelease(
            own.map(({ itemId, version }) => ({ itemId, scope: each.scope, ...(version ? { version } : {}) })),
            { releaseId: 'a-release' },
          );
          asked.push(...own);
          await room.getReady(publicationId);
          await room.unstage(publicationId);
          waiting.push({ publicationId, own });
        }
        if (each.do === 'goLive' && waiting.length > 0) {
          const together = waiting.splice(each.pick % waiting.length, 1 + (each.pick % 3));
          for (const { publicationId: id } of together)
            await room.stage({ publicationId: id, planKey: `plans/${id}/plan.json` });
          for (const { publicationId } of together) await room.goLive(publicationId);
          for (const { own } of together) for (const one of own) one.live = true;
          await expectWhole(room, asked);
          await itemsKnown(room, IDS, [...NAMED, 'FR'], (id, place) => expectedVersion(asked, id, place));
        }
      }
    }),
    { numRuns: 40, seed: 3 },
  );
}, 120_000);

test('an item that is public alike everywhere leaves no edition behind', async () => {
  const room = newsroom();
  room.addAsset(1);
  await room.create('news', 'one', news('One'));
  expect(await room.release({ itemId: 'one', version: 1, scope: { only: ['GB'] } })).toEqual([]);
  expect(Object.values((await room.manifest()).editions ?? {})).toMatchObject([{ territories: ['GB'] }]);
  expect(room.routes.get('live')).toBe('1 en 1|GB');
  expect(await room.release({ itemId: 'one', version: 1, scope: { except: ['GB'] } })).toEqual([]);
  expect((await room.manifest()).editions).toBeUndefined();
  expect(room.routes.get('live')).toBe('2 en');
  await room.publish('one');
  expect(await room.manifest()).not.toHaveProperty('overlays');
});
