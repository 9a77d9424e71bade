import { beforeEach, describe, expect, test } from 'vitest';
import { NAVIGATION, news, picture } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { createSwitchLive, SwitchLiveInput } from './step.ts';

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  room.addAsset(1);
  await room.create('navigation', 'navigation', NAVIGATION);
});

/** A publication of a new article whose version is made. */
const built = async (id: string, more: object = {}) => {
  await room.create('news', id, news(id, more));
  const { publicationId } = await room.request('publish', [id, 'navigation']);
  await room.getReady(publicationId);
  const { version } = await room.steps.build({ publicationId });
  return { publicationId, version };
};

test('every address is written before the key that says which version is live', async () => {
  const input = await built('one');
  expect(await room.steps.switchLive(input)).toEqual({ outcome: 'live', purge: [] });
  expect(room.written.at(-1)).toBe('live');
  expect(room.written.filter((key) => key === 'live')).toHaveLength(1);
  expect(room.routes.get('live')).toBe('1 en,es');
  const { pages, files } = await room.manifest();
  for (const path of [...Object.keys(pages), ...Object.keys(files)]) expect(room.written).toContain(path);
  expect(room.routes.get('/news/one/')).toBe(`0 \n1 =${pages['/news/one/']?.key}`);
});

test('all publications of the version are noted as live with it, and the turn is free', async () => {
  const input = await built('one');
  await room.steps.switchLive(input);
  expect(await room.readPublication(input.publicationId)).toMatchObject({ state: 'live', siteVersion: 1 });
  expect(await room.readSite()).toEqual({ version: 1, manifestKey: expect.stringMatching(/^versions\/00000001-/) });
  expect(await room.readStaged(10)).toEqual([]);
});

test('twice switches the same as once; the second time it looks again', async () => {
  const input = await built('one');
  await room.steps.switchLive(input);
  const [routes, written] = [[...room.routes], room.written.length];
  expect(await room.steps.switchLive(input)).toEqual({ outcome: 'again', purge: [] });
  expect([[...room.routes], room.written.length]).toEqual([routes, written]);
});

test('a switch that broke off after any write is carried through by the next try', async () => {
  const input = await built('one');
  for (const breaksAfter of [0, 1]) {
    let writes = 0;
    const broken = createSwitchLive({
      ...room.publishing,
      writeRoutes: async (entries, tag) => {
        if (writes++ > breaksAfter) throw new Error('gone away');
        return room.writeRoutes(entries, tag);
      },
      finish: () => Promise.reject(new Error('gone away')),
    });
    await expect(broken(input)).rejects.toThrow('gone away');
    expect((await room.readSite()).version).toBe(0);
  }
  const routes = [...room.routes];
  expect((await room.steps.switchLive(input)).outcome).toBe('live');
  expect([...room.routes]).toEqual(routes);
  expect((await room.readSite()).version).toBe(1);
});

describe('where another execution was quicker', () => {
  test('whoever has no turn any more writes nothing', async () => {
    const input = await built('one');
    room.clock.now += 200_000;
    const other = room.newId();
    await room.steps.build({ publicationId: other });
    expect(await room.steps.switchLive(input)).toEqual({ outcome: 'again', purge: [] });
    expect(room.written).toEqual([]);
    expect(await room.steps.switchLive({ publicationId: other, version: 1 })).toMatchObject({ outcome: 'again' });
    expect(await room.readPublication(input.publicationId)).toMatchObject({ state: 'live' });
  });

  test('a write of the routes since the turn was checked is refused', async () => {
    const input = await built('one');
    const late = createSwitchLive({
      ...room.publishing,
      readManifest: async (key) => {
        await room.writeRoutes([['live', '0 ']], await room.routesTag());
        return room.publishing.readManifest(key);
      },
    });
    await expect(late(input)).rejects.toMatchObject({ name: 'RoutesTakenError' });
    expect(room.routes.get('live')).toBe('0 ');
  });

  test('a version that is not the next one is not switched to', async () => {
    const { publicationId } = await built('one');
    expect((await room.steps.switchLive({ publicationId, version: 2 })).outcome).toBe('again');
    expect(room.written).toEqual([]);
  });
});

test('what the public could load and cannot any more is cleared from the caches', async () => {
  await room.steps.switchLive(await built('one', { picture: picture(1) }));
  const { key } = (await room.manifest()).pages['/news/one/'] ?? {};
  const { publicationId } = await room.request('unpublish', ['one']);
  await room.getReady(publicationId);
  const { version } = await room.steps.build({ publicationId });
  const { purge } = await room.steps.switchLive({ publicationId, version });
  expect(purge).toEqual(expect.arrayContaining([`/${key}`, '/media/content-1/*']));
  expect(purge).not.toContain('/*');
});

test('its input names a publication and a version', () => {
  const publicationId = room.newId();
  expect(SwitchLiveInput.safeParse({ publicationId, version: 0 }).success).toBe(false);
  expect(SwitchLiveInput.safeParse({ publicationId, version: 1 }).success).toBe(true);
});
