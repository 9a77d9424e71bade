import { beforeEach, describe, expect, test } from 'vitest';
import { NAVIGATION, news, picture, title } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { RecordPublicationInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  room.addAsset(1);
  await room.create('news', 'one', news('One'));
});

/** Live on the site, and not noted with its items yet. */
const live = async (kind: 'publish' | 'unpublish', ...items: (string | { itemId: string; version?: number })[]) => {
  const { publicationId } = await room.request(kind, items);
  await room.getReady(publicationId);
  const { version } = await room.steps.build({ publicationId });
  await room.steps.switchLive({ publicationId, version });
  return { publicationId };
};

test('an item says which version is public and since when, and its history who asked for it', async () => {
  const input = await live('publish', 'one');
  room.clock.now += 5_000;
  expect(await room.steps.record(input)).toEqual({
    siteVersion: 1,
    items: [{ itemId: 'one', version: 1 }],
    paths: ['/news/one/'],
    lateSeconds: 0,
  });
  const item = await room.readItem('one');
  expect(item).toMatchObject({
    publishedVersion: 1,
    publishedSequence: 1,
    publishedAt: '2026-03-01T09:00:05.000Z',
    firstPublishedAt: '2026-03-01T09:00:05.000Z',
  });
  expect(item?.publication).toBeUndefined();
  const { correlationId } = (await room.readPublication(input.publicationId)) ?? {};
  const details = { publicationId: input.publicationId, siteVersion: 1 };
  expect(room.audit.at(-1)).toMatchObject({ action: 'published', by: 'ada@example.com', correlationId, details });
});

test('twice notes the same as once', async () => {
  const input = await live('publish', 'one');
  const once = await room.steps.record(input);
  const [item, lines] = [await room.readItem('one'), room.audit.length];
  room.clock.now += 60_000;
  expect(await room.steps.record(input)).toEqual(once);
  expect([await room.readItem('one'), room.audit.length]).toEqual([item, lines]);
});

test('what was noted of a later publication stays, in whatever order they are noted', async () => {
  const earlier = await live('publish', 'one');
  await room.save('one', news('One, again'));
  const later = await live('publish', 'one');
  await room.steps.record(later);
  await room.steps.record(earlier);
  expect(await room.readItem('one')).toMatchObject({ publishedVersion: 2, publishedSequence: 2 });
  expect(room.audit.filter(({ action }) => action === 'published')).toHaveLength(1);
});

test('an item that was taken back keeps when it was public first', async () => {
  await room.steps.record(await live('publish', 'one'));
  const { firstPublishedAt } = (await room.readItem('one')) ?? {};
  room.clock.now += 60_000;
  expect(await room.steps.record(await live('unpublish', 'one'))).toMatchObject({ siteVersion: 2, paths: [] });
  const item = await room.readItem('one');
  expect(item).toMatchObject({ firstPublishedAt, publishedSequence: 2 });
  expect([item?.publishedVersion, item?.publishedAt]).toEqual([undefined, undefined]);
  expect(room.audit.at(-1)?.action).toBe('unpublished');
});

test('an edit in between is kept: the item is read again', async () => {
  const input = await live('publish', 'one');
  room.interfere(() => room.save('one', news('Edited')));
  await room.steps.record(input);
  expect(await room.readItem('one')).toMatchObject({ version: 2, publishedVersion: 1, names: { en: 'Edited' } });
});

test('a request that came since is still under way', async () => {
  const input = await live('publish', 'one');
  const { publicationId } = await room.request('unpublish', ['one']);
  await room.steps.record(input);
  expect((await room.readItem('one'))?.publication).toMatchObject({ publicationId, state: 'waiting' });
});

test('a publication that began late says by how much, and for when it was', async () => {
  const input = await live('publish', 'one');
  const publication = await room.readPublication(input.publicationId);
  const due = { instant: '2026-03-01T08:00:00.000Z', lateSeconds: 3_600 };
  if (publication) room.publications.set(input.publicationId, { ...publication, due });
  expect((await room.steps.record(input)).lateSeconds).toBe(3_600);
  expect(room.audit.at(-1)?.details).toMatchObject({ due });
});

describe('the next moment', () => {
  const releases = ['2026-04-02T20:00', '2026-04-01T20:00'].map((at) => {
    return { territories: ['GB'], opens: { at, zone: 'UTC' } };
  });

  test('at which a page shows something else is scheduled, once however often it is noted', async () => {
    await room.create('title', 'lamps', title({ releases }));
    await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
    const input = await live('publish', 'lamps', 'navigation');
    await room.steps.record(input);
    await room.steps.record(input);
    const [[name, schedule] = [], ...others] = [...room.schedules];
    expect(others).toEqual([]);
    expect(name).toMatch(/^refresh-[0-9a-f-]{36}$/);
    expect(schedule).toMatchObject({
      instant: '2026-04-01T20:00:00.000Z',
      detail: { metadata: { causationId: input.publicationId }, data: { kind: 'refresh', items: [] } },
    });
  });

  test('is nowhere where no page waits for one', async () => {
    await room.steps.record(await live('publish', 'one'));
    expect(room.schedules.size).toBe(0);
  });
});

describe('an asset that changed while the publication was under way', () => {
  const refreshes = () => [...room.publications.values()].filter(({ kind }) => kind === 'refresh');
  /** Publishes an article with a picture, which becomes something else when its pages are made. */
  const overtaken = async (change: () => void) => {
    await room.create('news', 'pictured', news('Pictured', { picture: picture(1, { fallback: 'none' }) }));
    const { publicationId } = await room.request('publish', ['pictured']);
    await room.getReady(publicationId);
    change();
    await room.goLive(publicationId);
    return { publicationId };
  };

  test('to be ready is shown afterwards, asked for once', async () => {
    room.addAsset(1, { state: 'processing' });
    const input = await overtaken(() => room.addAsset(1));
    await room.steps.record(input);
    const { correlationId } = (await room.readPublication(input.publicationId)) ?? {};
    expect(refreshes()).toMatchObject([{ assetId: assetId(1), causationId: input.publicationId, correlationId }]);
    await room.carryOut(refreshes()[0]?.publicationId ?? '');
    expect((await room.manifest()).pages['/news/pictured/']?.shows[`asset|${assetId(1)}`]).toContain('content-1');
    expect(refreshes()).toHaveLength(1);
  });

  test('to be removed is shown no longer', async () => {
    await overtaken(() => room.addAsset(1, { state: 'removed' }));
    await room.carryOut(refreshes()[0]?.publicationId ?? '');
    expect((await room.manifest()).assets).toEqual({});
    expect((await room.manifest()).pages['/news/pictured/']?.shows[`asset|${assetId(1)}`]).toBe('');
  });

  test('and one that did not: nothing is asked for', async () => {
    await overtaken(() => undefined);
    expect(refreshes()).toEqual([]);
  });
});

test('a publication that is not live cannot be noted', async () => {
  const { publicationId } = await room.request('publish', ['one']);
  await expect(room.steps.record({ publicationId })).rejects.toThrow('is not live');
  expect(RecordPublicationInput.safeParse({ publicationId: 'one' }).success).toBe(false);
});
