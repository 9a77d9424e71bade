import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawl } from './crawl.ts';
import { NAVIGATION, type Newsroom, news, startNewsroom } from './newsroom.ts';

/** What stands in every item that nobody may see. */
const SECRET = 'zubenelgenubi';
const BEGINNINGS = [
  '/',
  '/es/',
  '/sitemap.xml',
  '/robots.txt',
  '/feed.xml',
  '/feed.json',
  '/es/feed.xml',
  '/search/',
  '/search/index.json',
  '/es/search/index.json',
  '/news/',
  '/questions/',
];

let room: Newsroom;
const hidden: string[] = [];
beforeAll(async () => {
  room = await startNewsroom();
  const shown = await room.picture();
  const secret = async () => {
    const picture = await room.picture({ en: SECRET, es: SECRET });
    const { renditions = [], manifest = '' } = await room.asset(picture.asset);
    hidden.push(...renditions.map(({ path = '' }) => path.replace(/\?.*/, '')), manifest.replace(/\?.*/, ''));
    return picture;
  };
  const both = (text: string) => ({ en: text, es: text });
  const secretNews = async (more: object = {}) => ({
    headline: both(`${SECRET} ${hidden.length}`),
    summary: both(SECRET),
    body: both(SECRET),
    picture: await secret(),
    about: { ref: 'lamps' },
    ...more,
  });
  const title = { kind: 'series', name: both('Lamps'), logline: both('Dark.'), keyArt: shown };
  await room.create('title', 'lamps', {
    ...title,
    episodes: [
      { number: 1, title: both('One'), opens: { at: '2020-01-01T00:00', zone: 'Etc/UTC' } },
      {
        number: 2,
        title: both(SECRET),
        summary: both(SECRET),
        still: await secret(),
        opens: { at: '2090-01-01T00:00', zone: 'Etc/UTC' },
      },
    ],
  });
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  await room.create('faq', 'open', { question: both('Who?'), answer: both('You.'), about: { ref: 'lamps' } });
  await room.create('news', 'open-news', { ...news('Open'), about: { ref: 'lamps' }, picture: shown });
  await room.publish('lamps', 'navigation', 'open', 'open-news');

  // Never published; under embargo and scheduled; in the trash; taken back; public, with edits that are not.
  await room.create('news', 'draft', await secretNews());
  const embargoed = await secretNews({ embargoUntil: { at: '2090-01-01T00:00', zone: 'Etc/UTC' } });
  await room.create('news', 'embargoed', embargoed);
  await room.must('PUT', '/content/embargoed/schedules/publish', { at: '2090-01-01T00:00', zone: 'Etc/UTC' });
  await room.publish('embargoed');
  await room.create('news', 'trashed', await secretNews());
  await room.must('DELETE', '/content/trashed');
  await room.create('news', 'withdrawn', await secretNews());
  await room.publish('withdrawn');
  await room.unpublish('withdrawn');
  await room.save('open-news', 1, await secretNews());
  await room.create('faq', 'unasked', { question: both(SECRET), answer: both(SECRET), about: { ref: 'lamps' } });
  await room.must('POST', '/content/draft/preview', {});
  await room.ended('preview', 'draft');
}, 120_000);
afterAll(() => room?.stop());

test('nothing that is not published can be reached by following what is', async () => {
  const reached = await crawl(room.runtime.siteUrl, BEGINNINGS);
  expect(reached.size).toBeGreaterThan(30);
  expect([...reached].filter(([, { text }]) => text.includes(SECRET)).map(([path]) => path)).toEqual([]);
  expect([...reached.keys()].filter((path) => path.includes('draft') || path.includes(SECRET))).toEqual([]);
  const broken = [...reached]
    .filter(([path, { status }]) => status >= 400 && !/\.ics$/.test(path))
    .map(([path]) => path);
  expect(broken).toEqual([]);
});

test('the pictures of what is not published are shut, whoever guesses their names', async () => {
  expect(hidden.length).toBeGreaterThan(60);
  const statuses = new Set<number>();
  for (const path of hidden) statuses.add((await room.page(path)).status);
  expect([...statuses]).toEqual([404]);
});

test('no key of the buckets is an address', async () => {
  const { PagesBucketName: Bucket } = room.connection.outputs;
  const { Contents = [] } = await room.s3.send(new ListObjectsV2Command({ Bucket }));
  const keys = Contents.map(({ Key = '' }) => Key).filter((key) => !key.startsWith('site/'));
  expect(new Set(keys.map((key) => key.split('/')[0]))).toEqual(
    new Set(['pages', 'plans', 'versions', 'documents', 'knowledge', 'previews']),
  );
  for (const key of keys) expect([key, (await room.page(`/${key}`)).status]).toEqual([key, 404]);
});

test('the chatbot’s knowledge holds what is public and nothing else', async () => {
  const { PagesBucketName: Bucket } = room.connection.outputs;
  const { Contents = [] } = await room.s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'versions/' }));
  const Key = Contents.map(({ Key = '' }) => Key)
    .sort()
    .at(-1);
  const read = async (key = '') => {
    const { Body } = await room.s3.send(new GetObjectCommand({ Bucket, Key: key }));
    return JSON.parse((await Body?.transformToString()) ?? '');
  };
  const { knowledge } = await read(Key);
  const known = JSON.stringify(await Promise.all(Object.values(knowledge as Record<string, string>).map(read)));
  expect(known).toContain('You.');
  expect(known).not.toContain(SECRET);
});
