import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faq, gallery, NAVIGATION, news, person, picture, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { wantedPages } from './expected.ts';
import { outdatedPages } from './outdated.ts';
import { renderPage } from './render-page.ts';

const IDS = ['lamps', 'wren', 'one', 'other', 'when', 'stills', 'navigation'] as const;
type Id = (typeof IDS)[number];

/** Data of an item that says which edit it is from. */
const dataOf = (id: Id, edit: number): object => {
  const lamps = edit % 3 === 0 ? {} : { about: { ref: 'lamps' } };
  const slugs = { slugs: { en: `${id}-${edit % 2}` } };
  if (id === 'lamps') {
    const credits = [{ person: { ref: 'wren' }, group: edit % 2 ? 'cast' : 'crew', role: { en: `Role ${edit}` } }];
    return title({ name: { en: `Lamps ${edit}`, es: `Faros ${edit}` }, keyArt: picture(1 + (edit % 2)), credits });
  }
  if (id === 'wren') return person(`Wren ${edit}`, { portrait: picture(3, { fallback: 'none' }), ...slugs });
  if (id === 'when') return faq(`When ${edit}?`, { ...lamps, order: edit });
  if (id === 'stills') return gallery({ ...lamps, description: { en: `Edit ${edit}` } });
  if (id === 'navigation') {
    const locales = edit % 2 ? NAVIGATION.locales.slice(0, 1) : NAVIGATION.locales;
    return { ...NAVIGATION, locales, legal: { en: `Edit ${edit}` }, ...(edit % 3 ? { home: { ref: 'lamps' } } : {}) };
  }
  return news(`${id} ${edit}`, { ...lamps, ...slugs, picture: picture(2, { fallback: 'none' }) });
};

type Step = { do: 'save' | 'publish' | 'unpublish' | 'goLive' | 'removed' | 'ready'; id: Id; pick: number };
const step = fc.record<Step>({
  do: fc.constantFrom('save', 'publish', 'publish', 'unpublish', 'goLive', 'goLive', 'removed', 'ready'),
  id: fc.constantFrom(...IDS),
  pick: fc.nat(5),
});

const start = async (): Promise<Newsroom> => {
  const room = newsroom();
  for (const number of [1, 2, 3]) room.addAsset(number);
  for (const id of ['wren', 'lamps', 'one', 'other', 'when', 'stills', 'navigation'] as const) {
    const type = { lamps: 'title', wren: 'person', when: 'faq', stills: 'gallery', navigation: 'navigation' } as const;
    await room.create(id === 'one' || id === 'other' ? 'news' : type[id], id, dataOf(id, 1));
  }
  await room.publish('wren', 'lamps', 'navigation');
  return room;
};

/** Every page that is served is what it would be if it were made now, and every address leads somewhere. */
const expectWhole = async (room: Newsroom): Promise<void> => {
  const manifest = await room.manifest();
  const world = await room.open(manifest);
  expect(outdatedPages(world)).toEqual([]);
  const wanted = wantedPages(world);
  expect(Object.keys(manifest.pages).sort()).toEqual(wanted.map(({ path }) => path).sort());
  for (const each of wanted) {
    const { page } = await renderPage(world, each);
    expect([each.path, manifest.pages[each.path]?.key]).toEqual([each.path, page.key]);
    expect(room.files.has(page.key)).toBe(true);
  }
  for (const [path, to] of Object.entries(manifest.redirects)) {
    expect([manifest.pages[path], manifest.gone[path]], path).toEqual([undefined, undefined]);
    expect(manifest.pages[to], `${path} leads to ${to}`).toBeDefined();
  }
  for (const path of Object.keys(manifest.gone)) expect(manifest.pages[path], path).toBeUndefined();
};

test('whatever is edited, published and taken back in whatever order, the site is whole at every version', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const room = await start();
      const waiting: string[] = [];
      for (const [index, { do: what, id, pick }] of steps.entries()) {
        room.clock.now += 60_000;
        // Refused where it refers to a file that was removed.
        if (what === 'save') await room.save(id, dataOf(id, index + 2)).catch(() => undefined);
        if (what === 'publish' || what === 'unpublish') {
          const asked = await room.request(what, [id]).catch(() => undefined);
          if (asked && (await room.getReady(asked.publicationId)).problems.length === 0) {
            await room.unstage(asked.publicationId);
            waiting.push(asked.publicationId);
          }
        }
        if (what === 'removed' || what === 'ready') {
          const updatedAt = new Date(room.clock.now).toISOString();
          const asset = room.addAsset(1 + (pick % 3), { state: what, updatedAt });
          await room.refresh(asset);
          await expectWhole(room);
        }
        if (what === 'goLive' && waiting.length > 0) {
          const together = waiting.splice(pick % waiting.length, 1 + (pick % 3));
          for (const id of together) await room.stage({ publicationId: id, planKey: `plans/${id}/plan.json` });
          for (const id of together) await room.goLive(id);
          await expectWhole(room);
        }
      }
    }),
    { numRuns: 25, seed: 1 },
  );
});
