import { beforeEach, describe, expect, test } from 'vitest';
import { NAVIGATION, news, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { BuildSiteInput, createBuildSite } from './step.ts';

let room: Newsroom;
beforeEach(() => {
  room = newsroom();
  room.addAsset(1);
});

/** Publications of new articles that are rendered and wait. */
const ready = async (...ids: string[]): Promise<string[]> => {
  const publications: string[] = [];
  for (const id of ids) {
    await room.create('news', id, news(id));
    const { publicationId } = await room.request('publish', [id]);
    await room.getReady(publicationId);
    publications.push(publicationId);
  }
  return publications;
};
const build = (publicationId: string) => room.steps.build({ publicationId });

test('the next version has everything that is ready by now', async () => {
  const [one = '', other = ''] = await ready('one', 'other');
  expect(await build(one)).toEqual({ outcome: 'built', version: 1 });
  const { next, version } = await room.readSite();
  expect([version, next?.version]).toEqual([0, 1]);
  expect(next?.publications.map(({ publicationId }) => publicationId).sort()).toEqual([one, other].sort());
  const manifest = await room.publishing.readManifest(next?.manifestKey);
  expect(Object.keys(manifest.items).sort()).toEqual(['one', 'other']);
});

test('twice builds the same as once: a version that is made is taken up as it is', async () => {
  const [one = ''] = await ready('one');
  await build(one);
  const { next } = await room.readSite();
  const files = [...room.files.keys()];
  expect(await build(one)).toEqual({ outcome: 'built', version: 1 });
  expect((await room.readSite()).next).toEqual(next);
  expect([...room.files.keys()]).toEqual(files);
});

describe('the turn', () => {
  test('is with one execution at a time; others are told that it is taken', async () => {
    const [one = '', other = ''] = await ready('one', 'other');
    await build(one);
    expect(await build(other)).toEqual({ outcome: 'busy', version: 0 });
    expect((await room.readSite()).turn?.holder).toBe(one);
  });

  test('is taken over once it has run out, with the version that was made in it', async () => {
    const [one = '', other = ''] = await ready('one', 'other');
    await build(one);
    const { next, turn } = await room.readSite();
    room.clock.now = turn?.until ?? 0;
    expect((await build(other)).outcome).toBe('busy');
    room.clock.now += 1;
    expect(await build(other)).toEqual({ outcome: 'built', version: 1 });
    expect(await room.readSite()).toMatchObject({ next, turn: { holder: other } });
  });

  test('lasts longer than a function that holds it may run', async () => {
    const [one = ''] = await ready('one');
    await build(one);
    expect(((await room.readSite()).turn?.until ?? 0) - room.clock.now).toBeGreaterThan(50_000);
  });

  test('that was lost while the version was made leaves what the other has made', async () => {
    const [one = '', other = ''] = await ready('one', 'other');
    const slow = createBuildSite({
      ...room.publishing,
      writeSite: async (assembled) => {
        const key = await room.publishing.writeSite(assembled);
        room.clock.now += 200_000;
        expect((await build(other)).outcome).toBe('built');
        return key;
      },
    });
    expect(await slow({ publicationId: one })).toEqual({ outcome: 'busy', version: 0 });
    expect(await room.readSite()).toMatchObject({ turn: { holder: other }, next: { version: 1 } });
  });

  test('is given back where nothing waits', async () => {
    expect(await build(room.newId())).toEqual({ outcome: 'busy', version: 0 });
    expect((await room.readSite()).turn).toBeUndefined();
  });

  test('is given back where the version cannot be made, so that others go on', async () => {
    const [one = ''] = await ready('one');
    const broken = createBuildSite({ ...room.publishing, writeSite: () => Promise.reject(new Error('no disk')) });
    await expect(broken({ publicationId: one })).rejects.toThrow('no disk');
    expect(await room.readSite()).toEqual({ version: 0, turn: undefined });
    expect((await build(one)).outcome).toBe('built');
  });
});

test('a publication that is live already has nothing left to do', async () => {
  const [one = ''] = await ready('one');
  await room.goLive(one);
  expect(await build(one)).toEqual({ outcome: 'done', version: 0 });
  expect((await room.readSite()).turn).toBeUndefined();
});

test('a publication that went live while it made a version for others leaves that to them, however it was interrupted', async () => {
  const [one = '', other = ''] = await ready('one', 'other');
  const overtaken = createBuildSite({
    ...room.publishing,
    readPublication: async (publicationId) => {
      const before = await room.publishing.readPublication(publicationId);
      await room.goLive(one);
      await ready('late');
      return before;
    },
  });
  expect(await overtaken({ publicationId: one })).toEqual({ outcome: 'built', version: 2 });
  // Its answer is lost, so it is asked again.
  expect(await build(one)).toEqual({ outcome: 'done', version: 0 });
  expect(await build(other)).toEqual({ outcome: 'done', version: 0 });
  const [another = ''] = await ready('another');
  expect(await build(another)).toEqual({ outcome: 'built', version: 2 });
});

describe('among several publications a bad one', () => {
  const spoil = (publicationId: string): void => {
    for (const key of room.files.keys()) if (key.startsWith(`plans/${publicationId}/batch`)) room.files.delete(key);
  };

  test('does not keep back the others: whoever has the turn goes alone', async () => {
    const [good = '', bad = ''] = await ready('good', 'bad');
    spoil(bad);
    expect(await build(good)).toEqual({ outcome: 'built', version: 1 });
    expect((await room.readSite()).next?.publications).toMatchObject([{ publicationId: good }]);
    expect(room.warnings).toHaveLength(1);
  });

  test('fails in its own turn, and gives it back', async () => {
    const [good = '', bad = ''] = await ready('good', 'bad');
    spoil(bad);
    await expect(build(bad)).rejects.toThrow('There is no file plans/');
    expect((await room.readSite()).turn).toBeUndefined();
    expect((await build(good)).outcome).toBe('built');
  });
});

test('at most as many go together as one transaction can end', async () => {
  await ready(...Array.from({ length: 47 }, (_, index) => `n${index}`));
  const [first] = await room.readStaged(1);
  await build(first?.publicationId ?? '');
  expect((await room.readSite()).next?.publications).toHaveLength(45);
});

test('the files of a version are written before anybody can take it up', async () => {
  await room.create('title', 'lamps', title());
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  const { publicationId } = await room.request('publish', ['lamps', 'navigation']);
  await room.getReady(publicationId);
  await build(publicationId);
  const { next } = await room.readSite();
  const { pages, files, documents, knowledge } = await room.publishing.readManifest(next?.manifestKey);
  const keys = Object.values(pages).flatMap((page) => [page.key, ...Object.values(page.files)]);
  for (const key of [...keys, ...Object.values(files), ...Object.values(documents), ...Object.values(knowledge)])
    expect(room.files.has(key), key).toBe(true);
});

test('its input is one publication', () => {
  expect(BuildSiteInput.safeParse({ publicationId: 'one' }).success).toBe(false);
  expect(BuildSiteInput.safeParse({ publicationId: room.newId(), version: 1 }).success).toBe(false);
});
