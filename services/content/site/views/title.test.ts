import { beforeEach, describe, expect, test } from 'vitest';
import { faq, gallery, news, person, picture, pressKit, title, trailer } from '../../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../../testing/newsroom.ts';
import { viewsOf } from '../../testing/views.ts';
import { titleView } from './title.ts';

let room: Newsroom;
let views: ReturnType<typeof viewsOf>;
beforeEach(() => {
  room = newsroom();
  for (const number of [1, 2, 3]) room.addAsset(number);
  views = viewsOf(room);
});
const about = { about: { ref: 'lamps' } };

describe('a title', () => {
  test('shows everything that is public about it, in the language of the page', async () => {
    await views.publish({
      lamps: [
        'title',
        title({ genres: [{ en: 'Mystery', es: 'Misterio' }], ratings: [{ system: 'BBFC', value: '12' }] }),
      ],
      teaser: ['trailer', trailer(about)],
      stills: ['gallery', gallery({ ...about, pictures: Array.from({ length: 6 }, () => ({ picture: picture(1) })) })],
      when: ['faq', faq('When?', about)],
      one: ['news', news('One', about)],
      other: ['news', news('Other')],
      kit: ['press-kit', pressKit()],
    });
    const view = await views.shown(titleView, 'lamps', 'es');
    expect(view).toMatchObject({ name: 'Nueve faros', logline: 'Las luces se apagan.', genres: ['Misterio'] });
    expect(view.trailers).toMatchObject([{ title: 'The teaser', path: '/trailers/the-teaser/' }]);
    expect(view.stills).toHaveLength(4);
    expect(view.questions).toMatchObject([{ id: 'when', question: 'When?' }]);
    expect(view.news.map(({ title: name }) => name)).toEqual(['One']);
    expect([view.gallery?.url, view.pressKit?.url]).toEqual(['/galleries/stills/', '/press/for-the-press/']);
    expect([view.faq?.url, view.newsIndex?.url]).toEqual(['/es/questions/', '/es/news/']);
  });

  test('leaves out what there is nothing of', async () => {
    await views.publish({ lamps: ['title', title()] });
    const view = await views.shown(titleView, 'lamps');
    expect(view).toMatchObject({ trailers: [], episodes: [], cast: [], crew: [], stills: [], questions: [], news: [] });
    expect([view.gallery, view.pressKit, view.faq, view.newsIndex, view.next]).toEqual(Array(5).fill(undefined));
  });

  test('names nobody who is not public any more', async () => {
    const credit = (ref: string, group: string, role: string) => ({ person: { ref }, group, role: { en: role } });
    const credits = [
      credit('wren', 'cast', 'Keeper'),
      credit('mei', 'crew', 'Writer'),
      credit('ana', 'crew', 'Writer'),
    ];
    await views.publish({
      wren: ['person', person('Wren')],
      mei: ['person', person('Mei')],
      ana: ['person', person('Ana')],
      lamps: ['title', title({ credits })],
    });
    expect((await views.shown(titleView, 'lamps')).crew).toMatchObject([
      { role: 'Writer', people: [{ name: 'Mei', path: '/people/mei/' }, { name: 'Ana' }] },
    ]);
    await room.unpublish('wren', 'mei');
    const view = await views.shown(titleView, 'lamps');
    expect([view.cast, view.crew]).toMatchObject([[], [{ people: [{ name: 'Ana' }] }]]);
    for (const path of Object.keys((await room.manifest()).pages))
      expect(await room.page(path)).not.toMatch(/Wren|Mei/);
  });

  test('says of a sealed episode nothing but its number and when it opens', async () => {
    const episode = (number: number, opens?: object) => {
      return { number, title: { en: `T${number}` }, summary: { en: 'S' }, duration: 60, still: picture(2), opens };
    };
    const at = (time: string) => ({ at: time, zone: 'America/New_York', place: { en: 'Brooklyn' } });
    const episodes = [
      episode(1),
      episode(2, at('2026-03-01T03:59')),
      episode(3, at('2026-03-01T04:01')),
      episode(4, { day: '2026-03-02' }),
    ];
    await views.publish({ lamps: ['title', title({ episodes: JSON.parse(JSON.stringify(episodes)) })] });
    const view = await views.shown(titleView, 'lamps');
    expect(view.episodes.map(({ sealed }) => sealed)).toEqual([false, false, true, true]);
    expect(view.episodes.slice(2)).toEqual([
      {
        number: 3,
        sealed: true,
        opens: { at: '2026-03-01T09:01:00.000Z', zone: 'America/New_York', place: 'Brooklyn' },
      },
      { number: 4, sealed: true, opens: { day: '2026-03-02' } },
    ]);
  });

  test('tells releases by their countries, and counts down to the one that opens next', async () => {
    const opens = (day: string) => ({ at: `2026-03-${day}T20:00`, zone: 'Europe/London' });
    const releases = [
      { territories: ['GB', 'IE'], opens: opens('20') },
      { territories: ['ES'], name: { en: 'Spain', es: 'España' }, opens: opens('10') },
      { territories: ['FR'], opens: { day: '2026-03-05' } },
      { territories: ['US'], announcedOn: '2026-05-01' },
    ];
    await views.publish({ lamps: ['title', title({ releases })] });
    const view = await views.shown(titleView, 'lamps', 'es');
    expect(view.releases.map(({ name }) => name)).toEqual([
      'Reino Unido e Irlanda',
      'España',
      'Francia',
      'Estados Unidos',
    ]);
    expect(view.next).toEqual({
      release: 'España',
      opens: { at: '2026-03-10T20:00:00.000Z', zone: 'Europe/London', place: 'London' },
    });
  });
});
