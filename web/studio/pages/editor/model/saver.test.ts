import { expect, test } from 'vitest';
import { ApiError, OfflineError } from '../../../api/call.ts';
import type { Data, ItemWithData } from '../../../api/content.ts';
import { createDraft } from './draft.ts';
import type { Work } from './kept.ts';
import { createSaver, type Saving, type Taken } from './saver.ts';

/** A page that the API has, and somebody else who writes it as well. */
const setUp = (first: Data = { name: { en: 'Lamp' }, kind: 'film' }) => {
  const server = { version: 1, data: first, by: 'ben', fails: [] as Error[], saves: 0 };
  const timers: (() => void)[] = [];
  const told: Saving[] = [];
  const took: Taken[] = [];
  let kept: Omit<Work, 'at'> | undefined;
  const draft = createDraft(first, { now: () => 0 });
  const saver = createSaver(
    { version: 1, data: first },
    {
      draft,
      async save(data, version) {
        server.saves++;
        const failure = server.fails.shift();
        if (failure) throw failure;
        if (version !== server.version) {
          const current = { version: server.version, by: server.by, data: server.data };
          throw new ApiError(412, { code: 'version-conflict', message: 'came between', current });
        }
        Object.assign(server, { data, version: version + 1 });
        return { version: server.version, data } as ItemWithData;
      },
      whole: (data) => data,
      keep: (work) => {
        kept = work;
      },
      forget: () => {
        kept = undefined;
      },
      told: (saving) => told.push(saving),
      took: (taken) => took.push(taken),
      saved: () => undefined,
      after(_, run) {
        timers.push(run);
        return () => timers.splice(timers.indexOf(run), timers.includes(run) ? 1 : 0);
      },
    },
  );
  draft.subscribe(() => saver.changed());
  return { server, draft, saver, told, took, timers, kept: () => kept };
};

test('what is written is kept in the browser at once, and by the API after a pause', async () => {
  const { server, draft, saver, timers, kept } = setUp();
  draft.set(['name', 'en'], 'Lamps');
  expect(kept()).toMatchObject({ version: 1, data: { name: { en: 'Lamps' } } });
  expect([saver.saving().is, timers.length, server.saves]).toEqual(['waiting', 1, 0]);
  await saver.flush();
  expect(server).toMatchObject({ version: 2, data: { name: { en: 'Lamps' } } });
  expect([saver.saving().is, kept()]).toEqual(['saved', undefined]);
});

test('what was written during a save is saved after it, over its version', async () => {
  const { server, draft, saver } = setUp();
  draft.set(['name', 'en'], 'One');
  const first = saver.flush();
  draft.set(['name', 'es'], 'Dos');
  await Promise.all([first, saver.flush()]);
  expect(server).toMatchObject({ version: 3, data: { name: { en: 'One', es: 'Dos' } } });
});

test('what another one wrote in other fields is put together, and told', async () => {
  const { server, draft, saver, took } = setUp();
  Object.assign(server, { version: 2, data: { name: { en: 'Lamp' }, kind: 'series' } });
  draft.set(['name', 'en'], 'Mine');
  await saver.flush();
  expect(server).toMatchObject({ version: 3, data: { name: { en: 'Mine' }, kind: 'series' } });
  expect(draft.get()).toEqual(server.data);
  expect(took).toEqual([{ by: 'ben', paths: [['kind']] }]);
});

test('the same field written twice waits for a decision, with nothing lost on either side', async () => {
  const { server, draft, saver, kept } = setUp();
  Object.assign(server, { version: 2, data: { name: { en: 'Theirs' }, kind: 'series' } });
  draft.set(['name', 'en'], 'Mine');
  await saver.flush();
  expect(saver.saving()).toMatchObject({
    is: 'conflict',
    by: 'ben',
    conflicts: [{ path: ['name', 'en'], base: 'Lamp', mine: 'Mine', theirs: 'Theirs' }],
  });
  draft.set(['studio'], 'Copper Lane');
  await saver.flush();
  expect(server.version, 'nothing is saved before it is decided').toBe(2);
  expect(kept()?.data).toMatchObject({ name: { en: 'Mine' }, studio: 'Copper Lane' });
  await saver.decide([{ path: ['name', 'en'], value: 'Both' }]);
  expect(server).toMatchObject({
    version: 3,
    data: { name: { en: 'Both' }, kind: 'series', studio: 'Copper Lane' },
  });
  expect(saver.saving().is).toBe('saved');
});

test('without a network it waits, and goes on where it stopped', async () => {
  const { server, draft, saver, kept } = setUp();
  server.fails = [new OfflineError('away'), new OfflineError('away')];
  draft.set(['name', 'en'], 'Mine');
  await saver.flush();
  draft.set(['kind'], 'game');
  await saver.flush();
  expect([saver.saving().is, kept()?.data]).toEqual(['offline', { name: { en: 'Mine' }, kind: 'game' }]);
  await saver.flush();
  expect(server).toMatchObject({ version: 2, data: { name: { en: 'Mine' }, kind: 'game' } });
});

test.each([
  [
    new ApiError(400, { message: 'name: expected', field: 'name.en' }),
    { is: 'failed', field: 'name.en', again: false },
  ],
  [new ApiError(403, { message: 'not yours' }), { is: 'failed', why: 'not yours', again: false }],
  [new ApiError(503, { message: 'busy' }), { is: 'failed', why: 'busy', again: true }],
])('what the API refuses is said, and tried again where that helps: %s', async (error, expected) => {
  const { server, draft, saver, timers } = setUp();
  server.fails = [error];
  draft.set(['name', 'en'], 'Mine');
  timers.splice(0);
  await saver.flush();
  expect(saver.saving()).toMatchObject(expected);
  expect(timers.length).toBe(expected.again ? 1 : 0);
});

test('what others keep shows while nothing is written here, and is never written over', () => {
  const { draft, saver, took, kept } = setUp();
  saver.seen({ version: 4, data: { name: { en: 'Theirs' } } }, 'ben');
  expect(draft.get()).toEqual({ name: { en: 'Theirs' } });
  expect([saver.known().version, saver.saving().is, kept()]).toEqual([4, 'saved', undefined]);
  expect(took).toMatchObject([{ by: 'ben' }]);
  saver.seen({ version: 3, data: { name: { en: 'Old' } } }, 'ben');
  expect(draft.get()).toEqual({ name: { en: 'Theirs' } });
});
