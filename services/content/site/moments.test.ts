import { beforeEach, expect, test } from 'vitest';
import { faq, NAVIGATION, picture, title } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';

const episode = {
  number: 2,
  title: { en: 'The cellar', es: 'El sótano' },
  summary: { en: 'Somebody is down there.' },
  duration: 2_700,
  opens: { at: '2026-03-05T20:00', zone: 'Europe/London' },
  still: picture(2, { fallback: assetId(3) }),
};
const opensAt = Date.parse('2026-03-05T20:00:00Z');
const shows = async (room: Newsroom): Promise<string> => {
  const text = await Promise.all(['/', '/es/'].map((path) => room.page(path)));
  const manifest = await room.manifest();
  const files = [...Object.values(manifest.files), ...Object.values(manifest.knowledge)];
  return [...text, ...files.map((key) => String(room.files.get(key)?.body))].join('\n');
};

let room: Newsroom;
beforeEach(async () => {
  room = newsroom();
  room.addAsset(1);
  room.addAsset(2);
  room.addAsset(3);
  await room.create('title', 'lamps', title({ episodes: [episode] }));
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  expect(await room.publish('lamps', 'navigation')).toEqual([]);
});

test('before an episode opens, nothing that is public says more of it than when', async () => {
  const text = await shows(room);
  expect(text).toContain('2026-03-05T20:00:00.000Z');
  for (const secret of ['The cellar', 'El sótano', 'Somebody is down', 'content-2', 'PT45M', '45 min', 'content-3'])
    expect(text, secret).not.toContain(secret);
  expect([...room.routes.keys()].filter((key) => key.startsWith('media/'))).toEqual(['media/content-1']);
});

test('the moment is scheduled, and from it on the page tells the episode and opens its still', async () => {
  const [[, { instant, detail } = {}] = []] = [...room.schedules];
  expect(instant).toBe('2026-03-05T20:00:00.000Z');
  expect(detail).toMatchObject({ data: { kind: 'refresh', items: [], instant } });
  room.clock.now = opensAt;
  room.made.length = 0;
  await room.refresh();
  expect(room.made.sort()).toEqual(['/', '/es/']);
  const text = await shows(room);
  for (const told of ['The cellar', 'El sótano', 'Somebody is down there.', '/media/content-2/'])
    expect(text).toContain(told);
  expect(room.routes.get('media/content-2')).toBe('0 \n2 +');
});

test('a page whose moment comes while it waits to go live is made once more', async () => {
  const { publicationId } = await room.request('publish', ['lamps']);
  await room.getReady(publicationId);
  room.clock.now = opensAt + 1;
  await room.goLive(publicationId);
  expect(await room.page('/')).toContain('The cellar');
});

test('what stands in for a file is shown once the file itself is gone', async () => {
  room.clock.now = opensAt;
  await room.refresh();
  const still = picture(2).asset;
  room.addAsset(2, { state: 'removed', updatedAt: '2026-03-06T00:00:00.000Z' });
  await room.refresh(still);
  const page = await room.page('/');
  expect(page).not.toContain('content-2');
  expect(page).toContain('/media/content-3/');
});

test('a release is counted down to until it opens, and the next one after that', async () => {
  const release = (day: string, name: string) => ({
    territories: ['GB'],
    name: { en: name },
    opens: { at: `2026-03-${day}T20:00`, zone: 'Europe/London' },
  });
  await room.save('lamps', title({ releases: [release('08', 'Later'), release('07', 'Sooner')] }));
  await room.publish('lamps');
  const until = async () =>
    Object.entries((await room.manifest()).pages['/']?.shows ?? {}).filter(([name]) => /^until/.test(name));
  expect(await until()).toEqual([
    ['until|2026-03-08T20:00:00.000Z', ''],
    ['until|2026-03-07T20:00:00.000Z', ''],
  ]);
  room.clock.now = Date.parse('2026-03-07T20:00:00Z');
  await room.refresh();
  expect((await until()).map(([, state]) => state)).toEqual(['', 'past']);
  expect([...room.schedules.values()].at(-1)?.instant).toBe('2026-03-08T20:00:00.000Z');
});

test('questions are told in the order that they were given', async () => {
  await room.create('faq', 'b', faq('Second?', { about: { ref: 'lamps' }, order: 2 }));
  await room.create('faq', 'a', faq('First?', { about: { ref: 'lamps' }, order: 1 }));
  await room.publish('a', 'b');
  const page = (await room.page('/')) ?? '';
  expect(page.indexOf('First?')).toBeGreaterThan(0);
  expect(page.indexOf('First?')).toBeLessThan(page.indexOf('Second?'));
});
