import { beforeEach, expect, test } from 'vitest';
import type { ContentType } from '../../model/item.ts';
import { faq, gallery, news, person, picture, pressKit, title, trailer } from '../../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../../testing/newsroom.ts';
import { viewsOf } from '../../testing/views.ts';
import { NotPublicError, pageView } from '../page-view.ts';
import { faqView, galleryView, newsView, personView, pressKitView, trailerView } from './others.ts';

let room: Newsroom;
let views: ReturnType<typeof viewsOf>;
beforeEach(() => {
  room = newsroom();
  for (const number of [1, 2, 3]) room.addAsset(number);
  views = viewsOf(room);
});
const about = { about: { ref: 'lamps' } };

test('an article leads to its title and to three others that were written last', async () => {
  const dated = (day: number) => ({ dated: { at: `2026-02-0${day}T12:00`, zone: 'UTC' } });
  const articles = [1, 2, 3, 4, 5].map((day): [string, [ContentType, object]] => [
    `n${day}`,
    ['news', news(`N${day}`, dated(day))],
  ]);
  await views.publish({
    lamps: ['title', title()],
    mine: ['news', news('Mine', about)],
    ...Object.fromEntries(articles),
  });
  const view = await views.shown(newsView, 'n5');
  expect(view).toMatchObject({ headline: 'N5', published: '2026-02-05T12:00:00.000Z', about: undefined });
  expect(view.more.map(({ title: name }) => name)).toEqual(['Mine', 'N4', 'N3']);
  expect((await views.shown(newsView, 'mine')).about).toEqual({
    label: 'Nine Lamps Out',
    url: '/titles/nine-lamps-out/',
  });
});

test('a person is credited with each role in each title that is public', async () => {
  const roles = ['Keeper', 'Writer'].map((role) => ({ person: { ref: 'wren' }, group: 'crew', role: { en: role } }));
  await views.publish({
    wren: ['person', person('Wren', { portrait: picture(2), credit: 'A. Photographer' })],
    lamps: ['title', title({ credits: roles })],
    saga: ['title', title({ name: { en: 'Saga' } })],
  });
  const view = await views.shown(personView, 'wren');
  expect(view.credits).toMatchObject([
    { title: 'Nine Lamps Out', path: '/titles/nine-lamps-out/', roles: ['Keeper', 'Writer'] },
  ]);
  expect(view.portrait).toMatchObject({ credit: 'A. Photographer', picture: { alternative: 'Picture 2' } });
});

test('a trailer plays what the library has of it, then what is kept elsewhere', async () => {
  const sources = [{ url: '/films/teaser.mp4', contentType: 'video/mp4' }];
  await views.publish({
    lamps: ['title', title()],
    teaser: ['trailer', trailer({ ...about, sources, duration: 62, order: 1 })],
    clip: ['trailer', trailer({ ...about, name: { en: 'A clip' }, order: 2 })],
  });
  const view = await views.shown(trailerView, 'teaser');
  expect(view.video).toMatchObject({ title: 'The teaser', sources, duration: 62, poster: { width: 1280 } });
  expect(view.more).toMatchObject([{ label: 'A clip', url: '/trailers/a-clip/' }]);
});

test('a gallery and a press kit show those pictures that are there', async () => {
  const pictures = [
    { picture: picture(1), caption: { en: 'One' }, credit: 'C' },
    { picture: picture(2, { fallback: 'none' }) },
  ];
  room.addAsset(2, { state: 'processing' });
  const contacts = [{ name: 'Ada', email: 'press@example.com', role: { en: 'Press' } }];
  await views.publish({
    lamps: ['title', title()],
    stills: ['gallery', gallery({ pictures })],
    kit: [
      'press-kit',
      pressKit({ pictures, contacts, facts: [{ term: { en: 'Length' }, detail: { en: 'Six parts' } }] }),
    ],
  });
  expect((await views.shown(galleryView, 'stills')).figures).toMatchObject([{ caption: 'One', credit: 'C' }]);
  const kit = await views.shown(pressKitView, 'kit');
  expect(kit.downloads).toMatchObject([
    { files: [{ url: '/media/content-1/frame-1280.jpg', label: '1280 × 720', bytes: 9_000 }] },
  ]);
  expect(kit).toMatchObject({ contacts: [{ role: 'Press' }], facts: [{ term: 'Length', detail: 'Six parts' }] });
});

test('questions stand in their groups, those without an answer nowhere', async () => {
  const group = (name: string) => ({ group: { en: name } });
  await views.publish({
    a: ['faq', faq('A?', { ...group('Tickets'), order: 1 })],
    b: ['faq', faq('B?', { ...group('Story'), order: 2 })],
    c: ['faq', faq('C?', { ...group('Tickets'), order: 3 })],
  });
  const view = await faqView(await views.lookIn(), 'Questions');
  expect(view.groups.map(({ heading, questions }) => [heading, questions.map(({ id }) => id)])).toEqual([
    ['Tickets', ['a', 'c']],
    ['Story', ['b']],
  ]);
});

test('an item that is not public, or has no page of its own, has none', async () => {
  await views.publish({ when: ['faq', faq()] });
  for (const itemId of ['none', 'when']) {
    const wanted = { path: '/x/', locale: 'en', kind: 'item', itemId } as const;
    await expect(pageView(await views.lookIn(), wanted)).rejects.toThrow(NotPublicError);
  }
});
