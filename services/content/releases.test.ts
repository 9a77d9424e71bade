import { beforeEach, describe, expect, test } from 'vitest';
import { CreateReleaseInput } from './create-release/step.ts';
import type { Release } from './release.ts';
import { createSchedulePublication } from './schedule-publication/step.ts';
import { viewOf } from './site/editions.ts';
import { faq, NAVIGATION, news, person, picture, title } from './testing/fixtures.ts';
import { assetId } from './testing/memory-files.ts';
import { type Newsroom, newsroom } from './testing/newsroom.ts';
import { PUBLISHER, releaseSteps } from './testing/release-steps.ts';

const HERE = { territories: ['GB', 'IE'], at: '2026-12-04T20:00', zone: 'Europe/London' };
const ELSEWHERE = { territories: ['*'], at: '2026-12-05T20:00', zone: 'Europe/London' };
const WINDOWS = [HERE, ELSEWHERE];
const [FIRST, SECOND] = ['2026-12-04T20:00:00.000Z', '2026-12-05T20:00:00.000Z'] as const;

let room: Newsroom;
let steps: ReturnType<typeof releaseSteps>;
let draft: Release;
beforeEach(async () => {
  room = newsroom();
  steps = releaseSteps(room);
  for (const number of [1, 2]) room.addAsset(number);
  await room.create('navigation', 'navigation', NAVIGATION);
  await room.create('title', 'lamps', title());
  await room.create('news', 'one', news('One'));
  await room.publish('navigation', 'lamps');
  await room.save('lamps', title({ logline: { en: 'They are lit.', es: 'Se encienden.' } }));
  const items = [{ itemId: 'lamps' }, { itemId: 'one' }];
  draft = await steps.create({ name: 'Premiere', items, windows: WINDOWS });
});

/** Versions of the release's two items that are public in a territory. */
const seen = async (territory?: string): Promise<(number | undefined)[]> => {
  const { items } = viewOf(await room.manifest(), territory);
  return [items.lamps?.version, items.one?.version];
};
const schedule = () => steps.schedule(draft.releaseId);
const show = () => steps.show(draft.releaseId);

test('a release is a draft that does nothing until it is scheduled', async () => {
  expect(draft).toMatchObject({ state: 'draft', version: 1, windows: [{ instant: FIRST }, { instant: SECOND }] });
  expect(await steps.run(draft, SECOND)).toEqual({ outcome: 'superseded' });
  expect((await steps.list({})).releases).toEqual([await show()]);
  await steps.remove(draft.releaseId);
  await expect(show()).rejects.toMatchObject({ status: 404, code: 'no-such-release' });
});

test.each([
  ['items.1', { items: [{ itemId: 'one' }, { itemId: 'one' }] }],
  ['windows.1.territories', { windows: [HERE, { ...HERE, territories: ['IE'] }] }],
  ['windows.0.territories', { windows: [{ ...HERE, territories: ['*', 'GB'] }] }],
  ['windows.0.at', { windows: [{ ...HERE, at: '2027-03-28T01:30' }] }],
  ['items', { items: Array.from({ length: 46 }, (_, index) => ({ itemId: `item-${index}` })) }],
  ['name', { name: ' ' }],
])('what makes no sense is refused, and said where: %s', (field, wrong) => {
  const found = CreateReleaseInput.safeParse({ name: 'Premiere', ...wrong });
  expect(found.error?.issues[0]?.path.join('.')).toBe(field);
});

test('each window opens at its moment, in its territories, at the versions that were decided on', async () => {
  const armed = await schedule();
  expect([armed.state, armed.scheduledBy, room.runs.at(-1)?.kind]).toEqual(['scheduled', PUBLISHER.name, 'scheduled']);
  await room.save('one', news('Written after it was scheduled'));
  expect(await steps.run(armed, '2026-12-01T00:00:00.000Z')).toEqual({ outcome: 'wait', until: FIRST });
  expect(await steps.run(armed, FIRST)).toEqual({ outcome: 'wait', until: SECOND });
  expect([await seen('GB'), await seen('JP'), await seen()]).toEqual([
    [2, 1],
    [1, undefined],
    [1, undefined],
  ]);
  expect(await show()).toMatchObject({ state: 'partly-released', windows: [{ state: 'released' }, {}] });
  expect(await steps.run(armed, SECOND)).toEqual({ outcome: 'done', state: 'released' });
  for (const place of ['GB', 'JP', undefined]) expect(await seen(place)).toEqual([2, 1]);
  expect(await room.readArmed()).toEqual([]);
});

test('what begins late says by how much, and is public all the same', async () => {
  await steps.run(await schedule(), '2026-12-04T20:10:00.000Z');
  expect((await show()).windows.map(({ lateSeconds }) => lateSeconds)).toEqual([600, undefined]);
});

test('while it is armed nothing else makes its items public, and the problem names it and the moment', async () => {
  await schedule();
  const [problem] = await room.publish('one');
  expect(problem).toMatchObject({ itemId: 'one', field: 'release' });
  expect(problem?.message).toContain('“Premiere”');
  expect(problem?.message).toContain('2026-12-05, 20:00 UTC');
  await steps.disarm(draft.releaseId);
  expect(await room.publish('one')).toEqual([]);
});

test('without a window for everywhere it stays closed elsewhere, whoever publishes', async () => {
  await steps.save(draft.releaseId, 1, { name: 'Here', items: draft.items, assets: [], windows: [HERE] });
  expect(await steps.run(await schedule(), FIRST)).toEqual({ outcome: 'done', state: 'released' });
  expect([await seen('IE'), await seen('JP')]).toEqual([
    [2, 1],
    [1, undefined],
  ]);
  expect((await room.publish('one')).map(({ message }) => message)[0]).toContain('stays closed');
});

test('a release that was changed or called off makes the execution that waits end by itself', async () => {
  const armed = await schedule();
  const windows = WINDOWS.map((window, index) => ({ ...window, windowId: armed.windows[index]?.windowId }));
  const body = {
    name: 'Later',
    items: armed.items,
    assets: [],
    windows: [{ ...windows[0], at: '2026-12-04T21:00' }, windows[1]],
  };
  await expect(steps.save(armed.releaseId, armed.version, body)).rejects.toMatchObject({ status: 403 });
  const saved = await steps.save(armed.releaseId, armed.version, body, PUBLISHER);
  expect([saved.version, saved.state, room.runs.length]).toEqual([3, 'scheduled', 2]);
  expect(await steps.run(armed, FIRST)).toEqual({ outcome: 'superseded' });
  expect(await steps.run(saved, FIRST)).toEqual({ outcome: 'wait', until: '2026-12-04T21:00:00.000Z' });
  await steps.disarm(armed.releaseId);
  expect(await steps.run(saved, SECOND)).toEqual({ outcome: 'superseded' });
  await expect(steps.save(armed.releaseId, 3, body, PUBLISHER)).rejects.toMatchObject({ status: 412 });
});

test('a window is all or nothing: what keeps one item back keeps all, until it is released again', async () => {
  const armed = await schedule();
  room.addAsset(1, { state: 'removed' });
  expect(await steps.run(armed, FIRST)).toEqual({ outcome: 'wait', until: SECOND });
  expect(await seen('GB')).toEqual([1, undefined]);
  const problems = [{ itemId: 'lamps', field: 'keyArt.asset' }];
  expect((await show()).windows[0]).toMatchObject({ state: 'failed', problems });
  room.addAsset(1);
  expect(await steps.run(armed, SECOND)).toEqual({ outcome: 'done', state: 'failed' });
  room.clock.now = Date.parse(SECOND) + 60_000;
  const again = await steps.go(draft.releaseId);
  expect(await steps.run(again, again.updatedAt)).toEqual({ outcome: 'done', state: 'released' });
  expect(await seen('GB')).toEqual([2, 1]);
});

test('released at once, every window that is left opens now', async () => {
  const going = await steps.go(draft.releaseId);
  expect(await steps.run(going, going.updatedAt)).toEqual({ outcome: 'done', state: 'released' });
  for (const place of ['GB', undefined]) expect(await seen(place)).toEqual([2, 1]);
});

describe('rolled back', () => {
  test('all that was public before is so again, in every territory, in one step', async () => {
    await steps.run(await schedule(), SECOND);
    const { version } = await room.manifest();
    const going = await steps.rollBack(draft.releaseId);
    expect(await steps.putBack(going)).toEqual({ state: 'rolled-back', changedSince: [] });
    expect([(await room.manifest()).version, (await room.manifest()).editions]).toEqual([version + 1, undefined]);
    for (const place of ['GB', 'JP', undefined]) expect(await seen(place)).toEqual([1, undefined]);
    expect(await room.readItem('lamps')).toMatchObject({ publishedVersion: 1 });
    expect(await steps.run(await schedule(), SECOND)).toEqual({ outcome: 'done', state: 'released' });
  });

  test('between its windows, what is left does not happen any more', async () => {
    const armed = await schedule();
    await steps.run(armed, FIRST);
    expect(await steps.putBack(await steps.rollBack(draft.releaseId))).toMatchObject({ state: 'rolled-back' });
    expect(await steps.run(armed, SECOND)).toEqual({ outcome: 'superseded' });
    for (const place of ['GB', undefined]) expect(await seen(place)).toEqual([1, undefined]);
  });

  test('what others have published since is not undone silently', async () => {
    await steps.run(await schedule(), SECOND);
    await room.save('one', news('By somebody else'));
    await room.publish('one');
    const refusal = { status: 409, code: 'changed-since', details: { items: ['one'] } };
    await expect(steps.rollBack(draft.releaseId)).rejects.toMatchObject(refusal);
    const going = await steps.rollBack(draft.releaseId, { anyway: true });
    expect(await steps.putBack(going)).toEqual({ state: 'rolled-back', changedSince: ['one'] });
    for (const place of ['GB', undefined]) expect(await seen(place)).toEqual([1, 2]);
  });

  test('a release of which nothing is public has nothing to put back', async () => {
    await schedule();
    await expect(steps.rollBack(draft.releaseId)).rejects.toMatchObject({ status: 409, code: 'nothing-released' });
  });
});

describe('readiness', () => {
  const told = async () =>
    (await steps.readiness(draft.releaseId)).items.flatMap(({ problems }) =>
      problems.map(({ field, severity }) => [field, severity]),
    );

  test('judges with everything of the release in it, as of each moment', async () => {
    await room.create('person', 'wren', person('Wren', { embargoUntil: { at: '2026-12-05T12:00', zone: 'Etc/UTC' } }));
    const credits = [{ person: { ref: 'wren' }, group: 'cast', role: { en: 'Keeper', es: 'Farera' } }];
    await room.save('lamps', title({ credits }));
    expect(await told()).toContainEqual(['credits.0.person.ref', 'blocking']);
    const body = { name: 'Premiere', assets: [], windows: WINDOWS, items: [{ itemId: 'lamps' }, { itemId: 'wren' }] };
    await steps.save(draft.releaseId, 1, body);
    expect(await told()).toEqual([['embargoUntil', 'blocking']]);
    await expect(schedule()).rejects.toMatchObject({ status: 409, code: 'not-ready' });
    await steps.save(draft.releaseId, 2, { ...body, windows: [ELSEWHERE] });
    expect(await steps.readiness(draft.releaseId)).toMatchObject({ ready: true });
  });

  test('waits for a file on its way, advises of a text that a language lacks, and follows links', async () => {
    room.addAsset(3, { state: 'processing' });
    const body = {
      en: 'See [the film](/titles/nine-lamps-out/), [nothing](/nowhere/) and [elsewhere](https://example.org/).',
    };
    await room.save('one', news('One', { picture: picture(3), body }));
    const found = await steps.readiness(draft.releaseId);
    expect(found.ready).toBe(false);
    expect(await told()).toEqual(
      expect.arrayContaining([
        ['picture.asset', 'waiting'],
        ['headline.es', 'advice'],
      ]),
    );
    expect(found.assets.find((asset) => asset.assetId === assetId(3))).toMatchObject({ state: 'processing' });
    expect(found.links.map(({ url, ok, checked }) => [url, ok, checked])).toEqual([
      ['/titles/nine-lamps-out/', true, true],
      ['/nowhere/', false, true],
      ['https://example.org/', true, false],
    ]);
    expect(await schedule()).toMatchObject({ state: 'scheduled' });
  });
});

describe('a rehearsal', () => {
  test('shows the site before, at and after each window, its pages linked, and nothing public changes', async () => {
    await room.create('faq', 'when', faq('Is it lit?'));
    const items = [{ itemId: 'lamps' }, { itemId: 'one' }, { itemId: 'when' }];
    await steps.save(draft.releaseId, 1, { name: 'Premiere', items, assets: [], windows: WINDOWS });
    const before = JSON.stringify([await room.manifest(), [...room.routes]]);
    const { state, moments } = await steps.rehearse(draft.releaseId);
    expect([state, moments.map(({ label, territory }) => [label, territory])]).toEqual([
      'done',
      [
        ['before', 'GB'],
        ['at', 'GB'],
        ['at', undefined],
        ['after', undefined],
      ],
    ]);
    const [first, second] = moments;
    const page = (path: string) => second?.pages.find((each) => each.path === path);
    expect(first?.pages.filter(({ path }) => path === '/news/one/')).toEqual([]);
    expect(page('/news/one/')).toMatchObject({ change: 'new', title: expect.stringContaining('One') });
    const link = page('/titles/nine-lamps-out/')?.link ?? '';
    expect(page('/titles/nine-lamps-out/')?.change).toBe('changed');
    expect(link).toMatch(/^https:\/\/example\.com\/preview\/[0-9a-f-]+\/\d+\/m1-en\/\?expires=\d+&signature=/);
    const html = String(room.files.get(`previews/${/preview\/(.+)\/\?/.exec(link)?.[1]}.html`)?.body);
    expect(html).toContain('They are lit.');
    expect(html).toMatch(/href="\/preview\/[0-9a-f-]+\/\d+\/m1-en\/\?expires=\d+&amp;signature=/);
    const known = (moment = first) => String(room.files.get(moment?.knowledge[0]?.key ?? '')?.body);
    expect([known().includes('Is it lit?'), known(second).includes('Is it lit?')]).toEqual([false, true]);
    expect(JSON.stringify([await room.manifest(), [...room.routes]])).toBe(before);
  });

  test('counts in what else is scheduled by then', async () => {
    await room.create('news', 'other', news('Other'));
    const items = [{ itemId: 'other' }];
    const wanted = { kind: 'publish' as const, at: '2026-12-05T10:00', zone: 'Etc/UTC', items };
    await createSchedulePublication(room)(wanted, PUBLISHER);
    const { moments } = await steps.rehearse(draft.releaseId, 'JP');
    const has = moments.map(({ pages }) => pages.some(({ path }) => path === '/news/other/'));
    expect(has).toEqual([false, false, true, true]);
    expect(moments.map(({ territory }) => territory)).toEqual(['JP', 'JP', 'JP', 'JP']);
  });
});
