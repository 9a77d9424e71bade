import { beforeEach, expect, test } from 'vitest';
import { Trailer } from '../model/trailer.ts';
import { picture, title, trailer } from '../testing/fixtures.ts';
import { assetId } from '../testing/memory-files.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';

const FILM = 4;
const CAPTIONS = 5;

let room: Newsroom;
beforeEach(() => {
  room = newsroom();
  room.addAsset(1, { contentType: 'image/jpeg' });
  room.addAsset(FILM, { contentType: 'video/webm', fileName: 'teaser.webm' });
  room.addAsset(CAPTIONS, { contentType: 'text/vtt', fileName: 'teaser.en.vtt' });
});

const captions = (number: number, more: object = {}) => ({
  asset: assetId(number),
  locale: 'en',
  label: 'English',
  ...more,
});
const problemsOf = async (...ids: string[]) => {
  const { publicationId } = await room.request('publish', ids);
  return (await room.steps.plan({ publicationId })).problems;
};

test('a trailer plays its film with its captions, from where the library serves them', async () => {
  await room.create(
    'trailer',
    'teaser',
    trailer({ video: picture(FILM), captions: [captions(CAPTIONS)], duration: 20 }),
  );
  expect(await room.publish('teaser')).toEqual([]);
  const page = await room.page('/trailers/the-teaser/');
  expect(page).toContain(`<source src="/media/content-${FILM}/film.webm" type="video/webm">`);
  expect(page).toContain(`src="/media/content-${CAPTIONS}/captions.vtt" srclang="en" label="English"`);
});

test('captions that are kept elsewhere stand beside those of the library', async () => {
  const elsewhere = { url: '/captions/es.vtt', locale: 'es', label: 'Español' };
  await room.create('trailer', 'teaser', trailer({ video: picture(FILM), captions: [captions(CAPTIONS), elsewhere] }));
  expect(await room.publish('teaser')).toEqual([]);
  expect(await room.page('/trailers/the-teaser/')).toContain('src="/captions/es.vtt" srclang="es"');
});

test.each([
  [
    'key art',
    'title',
    title({ keyArt: picture(FILM) }),
    'keyArt.asset',
    'Key art must be a picture; teaser.webm is a film',
  ],
  [
    'a poster',
    'trailer',
    trailer({ poster: picture(CAPTIONS) }),
    'poster.asset',
    'Poster must be a picture; teaser.en.vtt is a',
  ],
  [
    'a film',
    'trailer',
    trailer({ video: picture(1) }),
    'video.asset',
    'Video must be a film (MP4 or WebM); 1.jpg is a picture.',
  ],
  [
    'captions',
    'trailer',
    trailer({ captions: [captions(FILM)] }),
    'captions.0.asset',
    'Captions must be a caption file (WebVTT); teaser.webm is a film',
  ],
] as const)('%s of another kind is a problem in words', async (_, type, data, field, message) => {
  await room.create(type, 'wrong', data);
  expect(await problemsOf('wrong')).toMatchObject([{ field, message: expect.stringContaining(message) }]);
});

test('what stands in for a film must be one as well', async () => {
  room.addAsset(6, { state: 'failed', contentType: 'video/webm' });
  await room.create('trailer', 'teaser', trailer({ video: picture(6, { fallback: assetId(1) }) }));
  expect(await problemsOf('teaser')).toMatchObject([
    { field: 'video.asset', message: expect.stringContaining('1.jpg is a picture') },
  ]);
});

test('a film is described for those who do not see it; captions need no words about them', async () => {
  await room.create(
    'trailer',
    'teaser',
    trailer({ video: picture(FILM, { alt: {} }), captions: [captions(CAPTIONS)] }),
  );
  expect(await problemsOf('teaser')).toMatchObject([
    { field: 'video.alt.en', message: 'The film has no alternative text in en.' },
  ]);
});

test.each([
  [{ locale: 'en', label: 'English' }, false],
  [{ locale: 'en', label: 'English', url: '/a.vtt', asset: assetId(CAPTIONS) }, false],
  [{ locale: 'en', label: 'English', url: '/a.vtt' }, true],
  [{ locale: 'en', label: 'English', asset: assetId(CAPTIONS) }, true],
  [{ locale: 'en', label: 'English', asset: 'a-name' }, false],
])('captions are either an asset or a url: %j', (one, fits) => {
  expect(Trailer.safeParse(trailer({ captions: [one] })).success).toBe(fits);
});
