import { beforeEach, expect, test } from 'vitest';
import type { StoredFile } from '../store/pages.ts';
import { NAVIGATION, picture, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { eachOf } from './assemble.ts';
import { createMakePage } from './make-page.ts';

let room: Newsroom;
let written: StoredFile[];
const wanted = { path: '/', locale: 'en', kind: 'item', itemId: 'lamps' } as const;
const releases = [{ territories: ['GB'], opens: { at: '2026-12-04T20:00', zone: 'Europe/London' } }];
beforeEach(async () => {
  room = newsroom();
  room.addAsset(1);
  written = [];
  await room.create('title', 'lamps', title({ releases }));
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  await room.publish('lamps', 'navigation');
});
const maker = () => createMakePage({ writeFile: async (file) => void written.push(file) });
const unpublished = async () => room.open({ ...(await room.manifest()), pages: {} });

test('a page comes with its colours and its calendar, each kept under its content', async () => {
  const { page } = await maker()(await unpublished(), wanted);
  expect(written.map(({ contentType }) => contentType.split(';')[0]).sort()).toEqual([
    'text/calendar',
    'text/css',
    'text/html',
  ]);
  const calendar = written.find(({ contentType }) => contentType.startsWith('text/calendar'));
  expect(page.files).toEqual({ '/calendar.ics': calendar?.key });
  expect(String(calendar?.body)).toContain('DTSTART:20261204T200000Z');
  const html = written.find(({ key }) => key === page.key);
  for (const { key, contentType } of written) if (contentType === 'text/css') expect(html?.body).toContain(`/${key}`);
});

test('a file that was written is not written again, by the same maker or where it is public already', async () => {
  const make = maker();
  await make(await unpublished(), wanted);
  await make(await unpublished(), wanted);
  expect(written).toHaveLength(3);
  written.length = 0;
  await maker()(await room.open(await room.manifest()), wanted);
  expect(written.map(({ contentType }) => contentType)).toEqual(['text/css']);
});

test('a page with another picture is another file', async () => {
  const before = (await room.manifest()).pages['/']?.key;
  room.addAsset(2);
  await room.save('lamps', title({ keyArt: picture(2) }));
  await room.publish('lamps');
  expect((await room.manifest()).pages['/']?.key).not.toBe(before);
});

test('of much work so much is done at once, and the first failure ends it', async () => {
  let [running, most] = [0, 0];
  const work = async (): Promise<void> => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
  };
  await eachOf(Array.from({ length: 20 }), 8, work);
  expect([most, running]).toEqual([8, 0]);
  await expect(eachOf([1, 2, 3], 2, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await eachOf([], 8, work);
});
