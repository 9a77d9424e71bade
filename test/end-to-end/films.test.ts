import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFilm } from '../../services/media/testing/films.ts';
import { type Newsroom, news, startNewsroom } from './newsroom.ts';

let system: Newsroom;
let bytes: Uint8Array;
beforeAll(async () => {
  system = await startNewsroom();
  bytes = await aFilm('webm', { width: 320, height: 180, at: [0, 0.5, 1, 1.5] });
});
afterAll(() => system?.stop());

const vtt = (text = '[Waves]'): Buffer => Buffer.from(`WEBVTT\n\n00:00.500 --> 00:01.500\n${text}\n`);
const SOON = { timeout: 60_000, interval: 100 };
const alt = { en: 'Lamps go out along a coast.' };

test('a film and its captions are uploaded, published in a trailer and served in parts', async () => {
  const film = await system.upload('teaser.webm', 'video/webm', bytes);
  expect(film).toMatchObject({ state: 'ready', contentType: 'video/webm', width: 320, height: 180, duration: 2 });
  expect(film.renditions).toMatchObject([{ name: 'film.webm', state: 'ready', bytes: bytes.length }]);
  const captions = await system.upload('teaser.vtt', 'text/vtt', vtt());
  expect(captions).toMatchObject({ state: 'ready', contentType: 'text/vtt' });
  const poster = await system.picture();
  await system.create('trailer', 'teaser', {
    name: { en: 'The teaser' },
    poster,
    video: { asset: film.assetId, alt },
    captions: [{ asset: captions.assetId, locale: 'en', label: 'English' }],
  });
  // Nothing shows them yet.
  expect((await system.published(`/media/${film.contentId}/film.webm`)).status).not.toBe(200);
  expect(await system.publish('teaser')).toMatchObject({ state: 'live' });

  const { text } = await system.page('/trailers/the-teaser/');
  const source = /<source src="([^"]+)" type="video\/webm">/.exec(text)?.[1];
  const track = /<track kind="captions" src="([^"]+)" srclang="en" label="English"/.exec(text)?.[1];
  expect([source, track]).toEqual([`/media/${film.contentId}/film.webm`, `/media/${captions.contentId}/captions.vtt`]);
  const whole = await system.published(source ?? '');
  expect([whole.status, whole.headers.get('content-type'), whole.headers.get('cache-control')]).toEqual([
    200,
    'video/webm',
    'public, max-age=31536000, immutable',
  ]);
  expect(whole.bytes.equals(bytes)).toBe(true);
  const part = await fetch(`${system.runtime.siteUrl}${source}`, { headers: { range: 'bytes=100-199' } });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes.length}`]);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
  const words = await system.published(track ?? '');
  expect([words.headers.get('content-type'), words.bytes.toString()]).toEqual(['text/vtt', vtt().toString()]);
});

test('a film in MP4 is its own rendition too, and one that is uploaded again shares it', async () => {
  const mp4 = await aFilm('mp4', { sound: true });
  const first = await system.upload('one.mp4', 'video/mp4', mp4);
  const again = await system.upload('two.mp4', 'video/mp4', mp4, { focalPoint: { x: 10, y: 10 } });
  expect(again).toMatchObject({ state: 'ready', contentId: first.contentId, duration: 1, width: 64 });
  expect(again.renditions).toEqual(first.renditions);
  expect(await system.keys('media', `media/${first.contentId}/film`)).toEqual([`media/${first.contentId}/film.mp4`]);
});

test('a film goes with its asset', async () => {
  const film = await system.upload('gone.webm', 'video/webm', await aFilm('webm', { at: [0, 0.1, 0.2] }));
  expect(await system.keys('media', `media/${film.contentId}/`)).toHaveLength(2);
  await system.request('DELETE', `/assets/${film.assetId}`);
  await expect.poll(async () => (await system.asset(film.assetId)).state, SOON).toBe('removed');
  await expect.poll(() => system.keys('media', `media/${film.contentId}/`), SOON).toEqual([]);
});

test('a film given as a picture is a problem that names the field', async () => {
  const film = await system.upload('again.webm', 'video/webm', bytes);
  await system.create('news', 'moving', news('Moving', { picture: { asset: film.assetId, alt } }));
  expect(await system.publish('moving')).toMatchObject({
    state: 'failed',
    problems: [
      { field: 'picture.asset', message: expect.stringContaining('Picture must be a picture; again.webm is') },
    ],
  });
});

describe('is refused in words', () => {
  const cases: [string, string, string, () => Promise<Uint8Array> | Uint8Array, string, RegExp][] = [
    ['text that is called a film', 'a.mp4', 'video/mp4', () => Buffer.from('Dear editor.'), 'not-a-film', /not a film/],
    ['a film that ends early', 'cut.webm', 'video/webm', () => bytes.subarray(0, 900), 'truncated-film', /ends before/],
    [
      'a film of more than ten minutes',
      'long.webm',
      'video/webm',
      () => aFilm('webm', { at: [0, 700] }),
      'film-too-long',
      /lasts 11 min 40 s; at most 10 minutes/,
    ],
    [
      'sound alone',
      'sound.webm',
      'video/webm',
      () => aFilm('webm', { pictures: false, sound: true }),
      'no-video-track',
      /no pictures/,
    ],
    ['a film of another type', 'a.mp4', 'video/mp4', () => bytes, 'type-mismatch', /announced as video\/mp4 but is/],
    ['captions with a script', 'a.vtt', 'text/vtt', () => vtt('<script>x</script>'), 'unsafe-captions', /<script>/],
    ['captions without times', 'b.vtt', 'text/vtt', () => Buffer.from('WEBVTT\n\nHi\n'), 'invalid-captions', /Line 3/],
  ];
  test.each(cases)('%s', async (_, fileName, contentType, make, code, message) => {
    const asset = await system.upload(fileName, contentType, await make());
    expect(asset).toMatchObject({ state: 'refused', reason: { code, message: expect.stringMatching(message) } });
    expect(asset.reason?.remedy).toMatch(/\.$/);
    expect(asset.renditions).toEqual([]);
  });
});
