import { createHash } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VirtualClock } from '../../local/clock.ts';
import type { Message } from '../../services/chat/model/message.ts';
import { crawl } from './crawl.ts';
import { answered, openFan } from './fan.ts';
import { NAVIGATION, type Newsroom, news } from './newsroom.ts';
import { openOnClock } from './newsroom-on-clock.ts';

const MINUTE = 60_000;
/** Stands in every field of what is under embargo, and nowhere else. */
const SECRET = 'zubenelgenubi';
const QUESTION = 'What does the lamplighter whisper?';
const SECRETS = [SECRET, 'lamplighter'];
const both = (text: string) => ({ en: text, es: text });

const BEGINNINGS = [
  ...['/', '/es/', '/sitemap.xml', '/robots.txt', '/feed.xml', '/feed.json', '/es/feed.xml', '/es/feed.json'],
  ...['/search/', '/search/index.json', '/es/search/', '/es/search/index.json', '/news/', '/es/news/'],
  ...['/questions/', '/es/questions/', '/titles/lamps/', '/calendar.ics'],
];
/** Where what is under embargo will be. */
const ADDRESSES = [
  `/news/${SECRET}/`,
  `/es/news/${SECRET}/`,
  `/news/${SECRET}`,
  `/people/${SECRET}-person/`,
  `/galleries/${SECRET}-gallery/`,
];
const ITEMS = ['lamps', 'secret-news', 'secret-faq', 'secret-person', 'secret-gallery'];

let clock: VirtualClock;
let room: Newsroom;
let releaseId: string;
let isOver = false;
let hidden: { path: string; sha: string }[];
let addresses = 10;

const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const headersOf = (country?: string): Record<string, string> =>
  country ? { 'cloudfront-viewer-country': country } : {};

/** Lets the clock go on with the machine's, so that whatever waits for it comes to its end. */
const goOn = async (): Promise<void> => {
  let looked = performance.now();
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    const passed = Math.max(1, Math.round(performance.now() - looked));
    looked += passed;
    await clock.advance(passed);
  }
};

const news_ = (picture: object) => ({
  headline: both(`${SECRET} headline`),
  slugs: { en: SECRET, es: SECRET },
  summary: both(`${SECRET} in short`),
  body: both(`${SECRET} at length. See [the title](/).`),
  byline: `${SECRET} Author`,
  picture,
  alsoAsked: { en: [`What is ${SECRET} news?`], es: [`¿Qué es ${SECRET}?`] },
  about: { ref: 'lamps' },
});

beforeAll(async () => {
  clock = new VirtualClock(Date.now());
  room = await openOnClock(clock);
  void goOn();
  const shown = await room.picture();
  const secret = await room.picture(both(`${SECRET} to be seen`));
  const { MediaBucketName: Bucket } = room.connection.outputs;
  const { renditions = [], contentId } = await room.asset(secret.asset);
  const keys = await room.keys('media', `media/${contentId}/`);
  expect(keys.length).toBeGreaterThanOrEqual(renditions.length);
  hidden = await Promise.all(
    keys.map(async (Key) => {
      const { Body } = await room.s3.send(new GetObjectCommand({ Bucket, Key }));
      return { path: `/${Key}`, sha: shaOf((await Body?.transformToByteArray()) ?? new Uint8Array()) };
    }),
  );
  const title = { kind: 'series', name: both('Lamps'), logline: both('Dark.'), keyArt: shown };
  await room.create('title', 'lamps', title);
  await room.create('navigation', 'navigation', { ...NAVIGATION, home: { ref: 'lamps' } });
  await room.create('faq', 'open-faq', { question: both('Who is in it?'), answer: both('You are.') });
  await room.create('news', 'open-news', news('Open'));
  await room.publish('lamps', 'navigation', 'open-faq', 'open-news');
  // What is public already is written on, and shows the secret only with the release.
  const opened = { at: '2020-01-01T00:00', zone: 'Etc/UTC' };
  await room.save('lamps', 1, {
    ...title,
    logline: both(`${SECRET} logline`),
    episodes: [{ number: 1, title: both(`${SECRET} episode`), summary: both(SECRET), still: secret, opens: opened }],
  });
  await room.create('news', 'secret-news', news_(secret));
  await room.create('faq', 'secret-faq', {
    question: both(QUESTION),
    answer: both(`He whispers ${SECRET}.`),
    alsoAsked: { en: [`Who whispers ${SECRET}?`], es: [`¿Quién susurra ${SECRET}?`] },
  });
  await room.create('person', 'secret-person', { name: both(`${SECRET} person`), portrait: secret });
  await room.create('gallery', 'secret-gallery', {
    ...{ name: both(`${SECRET} gallery`), description: both(`${SECRET} pictures`) },
    pictures: [{ picture: secret, caption: both(`${SECRET} caption`), credit: SECRET }],
  });
  const time = (minutes: number) => ({
    at: new Date(clock.now() + minutes * MINUTE).toISOString().slice(0, 19),
    zone: 'Etc/UTC',
  });
  const release = await room.must('POST', '/releases', {
    name: 'The first light',
    items: ITEMS.map((itemId) => ({ itemId })),
    assets: [secret.asset],
    windows: [
      { territories: ['GB', 'IE'], ...time(4) },
      { territories: ['*'], ...time(8) },
    ],
  });
  releaseId = String(release.releaseId);
}, 180_000);
afterAll(async () => {
  isOver = true;
  await room?.stop();
});

const release = () => room.must('GET', `/releases/${releaseId}`) as Promise<Record<string, never>>;
const until = async (test: (found: Record<string, never>) => boolean): Promise<void> =>
  expect.poll(async () => test(await release()), { timeout: 90_000, interval: 200 }).toBe(true);

/** What a fan in a country is told, over a socket and by asking again. */
const toldIn = async (country?: string): Promise<string> => {
  addresses += 1;
  const fan = await openFan(room.runtime.siteUrl, { headers: headersOf(country), from: `127.0.0.${addresses}` });
  const socket = await fan.follow();
  const questions = [QUESTION, `Tell me about ${SECRET}`, `¿Quién susurra ${SECRET}?`, 'What happens in episode 1?'];
  for (const [index, question] of questions.entries()) {
    expect(await fan.ask(question)).toMatchObject({ status: 202 });
    await socket.until(answered(index + 1));
  }
  const said = [...socket.told, ...(await fan.read())] as Message[];
  fan.hangUp();
  // What was asked is the fan's own.
  const texts = said.filter(({ type }) => type !== 'accepted');
  return JSON.stringify(texts);
};

const load = async (path: string, country?: string) => {
  const response = await fetch(`${room.runtime.siteUrl}${path}`, { redirect: 'manual', headers: headersOf(country) });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

/** Everything that leaks of what is under embargo to somebody in a country who has no role. */
const leaksIn = async (country?: string): Promise<string[]> => {
  const found: string[] = [];
  const secrets = new Set(hidden.map(({ sha }) => sha));
  const note = (where: string, text: string): void => {
    for (const secret of SECRETS) if (text.toLowerCase().includes(secret)) found.push(`${where}: ${secret}`);
    if (secrets.has(shaOf(Buffer.from(text, 'latin1')))) found.push(`${where}: bytes`);
  };
  for (const [path, { text }] of await crawl(room.runtime.siteUrl, BEGINNINGS, headersOf(country)))
    note(path, path + text);
  for (const path of [...ADDRESSES, ...hidden.map((file) => file.path)]) {
    const { status, bytes } = await load(path, country);
    if (status < 400) found.push(`${path}: ${status}`);
    note(path, bytes.toString('latin1'));
  }
  const { PagesBucketName: Bucket } = room.connection.outputs;
  const { Contents = [] } = await room.s3.send(new ListObjectsV2Command({ Bucket }));
  for (const { Key = '' } of Contents) {
    if (Key.startsWith('site/')) continue;
    const { status } = await load(`/${Key}`, country);
    if (status !== 404) found.push(`/${Key}: ${status}`);
  }
  const api = ['/content', '/releases', `/releases/${releaseId}`, `/releases/${releaseId}/readiness`, '/assets'];
  for (const path of [...api, ...ITEMS.flatMap((id) => [`/content/${id}`, `/content/${id}/revisions/1`])]) {
    const { status, bytes } = await load(path, country);
    if (status !== 401) found.push(`${path}: ${status}`);
    note(path, bytes.toString('latin1'));
  }
  note('chat', await toldIn(country));
  return found;
};

/** What somebody in a country does not see although it is open there. */
const missingIn = async (country?: string): Promise<string[]> => {
  const missing: string[] = [];
  const pages = ['/', '/es/', '/questions/', '/news/', '/feed.xml', '/feed.json', '/sitemap.xml', '/search/index.json'];
  for (const path of [...pages, `/news/${SECRET}/`, `/people/${SECRET}-person/`, `/galleries/${SECRET}-gallery/`]) {
    const { status, bytes } = await load(path, country);
    if (status !== 200 || !bytes.toString().includes(SECRET)) missing.push(`${path}: ${status}`);
  }
  for (const { path, sha } of hidden) {
    const { status, bytes } = await load(path, country);
    if (status !== 200 || shaOf(bytes) !== sha) missing.push(`${path}: ${status}`);
  }
  if (!(await toldIn(country)).includes(`He whispers ${SECRET}`)) missing.push('chat');
  return missing;
};

/** `undefined` is somebody whose country nobody knows. */
const PLACES = ['GB', 'IE', 'JP', undefined];

test('before it is scheduled nothing of it is to be had anywhere', async () => {
  for (const place of PLACES) expect([place, await leaksIn(place)]).toEqual([place, []]);
}, 240_000);

test('while it is scheduled nothing makes it public, and whoever tries is told which release has it', async () => {
  expect(await room.must('GET', `/releases/${releaseId}/readiness`)).toMatchObject({ ready: true });
  expect(await room.must('POST', `/releases/${releaseId}/schedule`)).toMatchObject({ state: 'scheduled' });
  const { publicationId } = await room.must('POST', '/content/secret-news/publications', { kind: 'publish' });
  expect(await room.settled(String(publicationId))).toMatchObject({
    state: 'failed',
    problems: [{ field: 'release', message: expect.stringContaining('“The first light”') }, expect.anything()],
  });
  for (const place of ['GB', undefined]) expect([place, await leaksIn(place)]).toEqual([place, []]);
}, 240_000);

test('those with a role see it beforehand, by links that are good for them alone', async () => {
  const asked = await room.must('POST', `/releases/${releaseId}/rehearsals`, { territory: 'GB' });
  const path = `/releases/${releaseId}/rehearsals/${asked.rehearsalId}`;
  await expect.poll(async () => (await room.must('GET', path)).state, { timeout: 60_000, interval: 200 }).toBe('done');
  const { moments } = (await room.must('GET', path)) as {
    moments: { momentId: string; label: string; pages: { path: string; link?: string }[] }[];
  };
  expect(moments.map(({ label }) => label)).toEqual(['before', 'at', 'at', 'after']);
  const link = new URL(moments[1]?.pages.find((page) => page.path === `/news/${SECRET}/`)?.link ?? '');
  expect((await load(link.pathname + link.search)).bytes.toString()).toContain(`${SECRET} headline`);
  expect((await load(link.pathname)).status).toBe(403);
  const tryAt = async (momentId: string) => {
    const rehearsal = { releaseId, rehearsalId: asked.rehearsalId, momentId };
    return JSON.stringify((await room.must('POST', '/chat/try', { text: QUESTION, locale: 'en', rehearsal })).answer);
  };
  expect([(await tryAt('m0')).includes(SECRET), (await tryAt('m1')).includes(SECRET)]).toEqual([false, true]);
  for (const place of ['GB', undefined]) expect([place, await leaksIn(place)]).toEqual([place, []]);
}, 240_000);

test('at its first moment it is public in those territories, whole, and nowhere else', async () => {
  const { windows } = (await release()) as unknown as { windows: { instant: string }[] };
  await clock.advance(Math.max(0, Date.parse(windows[0]?.instant ?? '') - clock.now()));
  await until(({ state }) => state === 'partly-released');
  for (const place of ['GB', 'IE']) expect([place, await missingIn(place)]).toEqual([place, []]);
  for (const place of ['JP', undefined]) expect([place, await leaksIn(place)]).toEqual([place, []]);
}, 240_000);

test('at its last moment it is public everywhere', async () => {
  const { windows } = (await release()) as unknown as { windows: { instant: string }[] };
  await clock.advance(Math.max(0, Date.parse(windows[1]?.instant ?? '') - clock.now()));
  await until(({ state }) => state === 'released');
  for (const place of PLACES) expect([place, await missingIn(place)]).toEqual([place, []]);
}, 240_000);

test('once it is rolled back nothing of it is to be had anywhere, and what was there before is there again', async () => {
  expect((await room.call('POST', `/releases/${releaseId}/roll-back`, {})).status).toBe(202);
  await until(({ state }) => state === 'rolled-back');
  for (const place of PLACES) expect([place, await leaksIn(place)]).toEqual([place, []]);
  for (const place of PLACES) expect((await load('/', place)).bytes.toString()).toContain('Dark.');
  expect((await room.must('GET', '/content/lamps')).publishedVersion).toBe(1);
  expect((await load(`/news/${SECRET}/`)).status).toBe(410);
  await expect.poll(() => room.countEnded('runrelease', releaseId), { timeout: 30_000 }).toBe(2);
}, 240_000);
