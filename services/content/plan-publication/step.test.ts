import { beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../site/plan.ts';
import { faq, NAVIGATION, news, person, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { inBatches } from './batches.ts';
import { PlanPublicationInput, PublicationMissingError } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  room.addAsset(1);
  room.addAsset(2);
  await room.create('person', 'wren', person());
  await room.create('person', 'mei', person('Mei Halloran'));
  await room.create(
    'title',
    'lamps',
    title({ credits: [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Wren' } }] }),
  );
  await room.create('news', 'first-light', news('First light', { about: { ref: 'lamps' } }));
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  await room.publish('wren', 'mei', 'lamps', 'first-light', 'navigation');
});

const plan = async (publicationId: string) => {
  const { problems, planKey, batches } = await room.steps.plan({ publicationId });
  const written = planKey === '' ? undefined : await room.readJson<Plan>(planKey);
  return { problems, planKey, batches, written, paths: written?.batches.flat().map(({ path }) => path) ?? [] };
};
const planOf = async (kind: 'publish' | 'unpublish', ...ids: string[]) =>
  plan((await room.request(kind, ids)).publicationId);

test('a publication makes its own pages and those that show what it changes, each once', async () => {
  await room.save('wren', person('Saoirse N. Nakagreen'));
  const { paths } = await planOf('publish', 'wren');
  expect(paths.sort()).toEqual(['/', '/es/', '/es/people/saoirse-nakagreen/', '/people/saoirse-nakagreen/']);
});

test('what nothing has changed of makes no page', async () => {
  const { paths, batches } = await planOf('publish', 'mei');
  expect([paths, batches]).toEqual([[], []]);
});

test('an article that is new changes the lists that it stands in', async () => {
  await room.create('news', 'second-light', news('Second light'));
  const { paths } = await planOf('publish', 'second-light');
  expect(paths).toEqual(expect.arrayContaining(['/news/second-light/', '/news/', '/es/news/']));
  expect(paths).not.toContain('/news/first-light/');
  expect(new Set(paths).size).toBe(paths.length);
});

test('a question makes the list of questions and the page of its title', async () => {
  await room.create('faq', 'when', faq('When?', { about: { ref: 'lamps' } }));
  const { paths } = await planOf('publish', 'when');
  expect(paths.sort()).toEqual(['/', '/es/', '/es/questions/', '/questions/']);
});

test('taking an item back makes the pages that showed it, and none of its own', async () => {
  const { paths, written } = await planOf('unpublish', 'wren');
  expect(paths.sort()).toEqual(['/', '/es/']);
  expect(written).toMatchObject({ kind: 'unpublish', items: [{ itemId: 'wren', state: { sequence: 2 } }] });
});

test('a change of the navigation makes every page', async () => {
  const before = Object.keys((await room.manifest()).pages);
  await room.save('navigation', { ...NAVIGATION, siteName: { en: 'Renamed' }, home: { ref: 'lamps' } });
  expect((await planOf('publish', 'navigation')).paths.sort()).toEqual(before.sort());
});

test('the version that was asked for is planned, whatever was written since', async () => {
  await room.save('wren', person('Second'));
  const { publicationId } = await room.request('publish', [{ itemId: 'wren', version: 2 }]);
  await room.save('wren', person('Third'));
  expect((await plan(publicationId)).written?.items[0]?.state).toMatchObject({
    version: 2,
    sequence: 2,
    names: { en: 'Second' },
  });
});

test('twice plans the same as once', async () => {
  await room.save('wren', person('Second'));
  const { publicationId } = await room.request('publish', ['wren']);
  const once = await plan(publicationId);
  const files = [...room.files.keys()];
  expect(await plan(publicationId)).toEqual(once);
  expect([...room.files.keys()]).toEqual(files);
});

test('problems are a result, and then no page is planned', async () => {
  await room.create('news', 'bare', { headline: { en: 'Bare' } });
  const { problems, planKey, batches } = await planOf('publish', 'bare', 'mei');
  expect([problems.length, planKey, batches]).toEqual([2, '', []]);
});

describe('a refresh', () => {
  const refresh = async (assetId: string) => plan(await room.requestRefreshOf(assetId));

  test('makes the pages that show a file which was made anew', async () => {
    const id = room.addAsset(1, {
      manifestKey: 'media/content-1/manifest-2.json',
      updatedAt: '2026-03-01T09:30:00.000Z',
    });
    const { paths, written } = await refresh(id);
    expect(paths).toEqual(expect.arrayContaining(['/', '/es/', '/news/first-light/']));
    expect(written?.assets[id]).toMatchObject({ manifestKey: 'media/content-1/manifest-2.json' });
  });

  test('of a file that is no more makes them without it', async () => {
    const id = room.addAsset(1, { state: 'removed' });
    const { written, problems } = await refresh(id);
    expect([written?.assets, problems]).toEqual([{ [id]: null }, []]);
  });

  test('of a file that no page shows makes none', async () => {
    expect((await refresh(room.addAsset(2))).paths).toEqual([]);
  });
});

test('pages are shared out by language, 25 at once', () => {
  const pages = ['en', 'es'].flatMap((locale) =>
    Array.from({ length: 30 }, (_, index) => ({ path: `/${locale}/${index}/`, locale, kind: 'item' as const })),
  );
  const batches = inBatches(pages);
  expect(batches.map((batch) => [batch[0]?.locale, batch.length])).toEqual([
    ['en', 25],
    ['en', 5],
    ['es', 25],
    ['es', 5],
  ]);
  expect(batches.flat()).toEqual(pages);
  const many = Array.from({ length: 60_000 }, (_, index) => ({
    path: `/${index}/`,
    locale: 'en',
    kind: 'item' as const,
  }));
  expect(inBatches(many).length).toBeLessThanOrEqual(1_000);
  expect(inBatches([])).toEqual([]);
});

test('a publication that is not there is an error that no retry mends', async () => {
  const publicationId = room.newId();
  await expect(room.steps.plan({ publicationId })).rejects.toThrow(PublicationMissingError);
  expect(PlanPublicationInput.safeParse({ publicationId, more: 1 }).success).toBe(false);
});
