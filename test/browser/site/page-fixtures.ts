import type { PageView } from '@marquee/site/view.ts';
import type { Pictures } from './fixture-pictures.ts';
import { series } from './title-fixture.ts';

const ABOUT = { label: 'Nine Lamps Out', url: '/' };

const BODY = `The lens at Carrow Rock had not been lit since 1964. It weighs two tons, floats on mercury, and turns at the push of a finger.

## Nine nights

We had nine nights of new moon to film it, and **fog on six of them**. “You plan for the dark,” says Tam Okorafeld. “You cannot plan for the grey.”

> The light does not show you the rock. It shows you where you are.

The crew kept a list on the wall:

1. Nobody touches the mercury.
2. Nobody looks into the lens.
3. Somebody is *always* awake.

### What the fog did

It made the beam visible for the first time. Read more [in the press kit](/press/), or at [the trust that keeps the tower](https://trust.example/). <b>This is text</b>, not markup.`;

/** One of every page but the title's, in English, by its path. */
export const pages = (pictures: Pictures): Readonly<Record<string, PageView>> => {
  const title = series(pictures);
  const [official] = title.trailers;
  if (!official) throw new Error('The fixture has no trailer.');
  return {
    '/news/first-light/': {
      page: 'news',
      headline: 'First light: nine nights on Carrow Rock',
      summary: 'How the crew lit a real lens for the first time in sixty years, and why the fog would not wait.',
      body: BODY,
      byline: 'Anouk Delisle-Byrne',
      picture: {
        picture: pictures.keyArt,
        caption: 'The ninth lamp, lit for the camera',
        credit: 'Juno Abernethy-Castro',
      },
      about: ABOUT,
      published: '2026-11-18T09:00:00Z',
      modified: '2026-11-19T10:00:00Z',
      more: title.news.slice(1),
    },
    '/news/': { page: 'news-index', items: title.news, older: '/news/2/', number: 1, of: 3 },
    '/people/inessa-varrowby/': {
      page: 'person',
      name: 'Inessa Varrowby',
      profession: 'Plays Edda Marrow',
      biography:
        'Inessa Varrowby grew up within sight of two lighthouses and took the first job that let her leave. She trained at the Carrow Players, and came back thirty years later to play the keeper of the ninth.\n\nShe learned to read the light code for the part, and now cannot stop.',
      portrait: { picture: pictures.people[0] ?? pictures.poster, credit: 'Juno Abernethy-Castro' },
      credits: [
        { title: 'Nine Lamps Out', path: '/', roles: ['Edda Marrow, keeper of the ninth'], picture: pictures.keyArt },
        { title: 'Saltglass', path: '/saltglass/', roles: ['The well', 'Narrator'], picture: pictures.dunes },
      ],
      links: [{ label: 'varrowby.example', url: 'https://varrowby.example/' }],
    },
    '/trailers/official/': {
      page: 'trailer',
      video: { ...official, transcript: '**Askew:** One. Two. Three.\n\n**Edda:** Keep counting.\n\n*Thunder.*' },
      about: ABOUT,
      published: '2026-11-12T17:00:00Z',
      more: title.trailers.slice(1).map(({ title: label, path, poster }) => ({ label, url: path, picture: poster })),
    },
    '/gallery/': {
      page: 'gallery',
      name: 'Pictures',
      description: 'On the rock, in the lens room, and on the water between.',
      figures: [
        ...title.stills,
        { picture: pictures.poster, caption: 'The poster' },
        { picture: pictures.storm, caption: 'The second night', credit: 'Pell Hargrove' },
        { picture: pictures.people[1] ?? pictures.poster, caption: 'Tobiah Kellsund as Askew' },
      ],
      about: ABOUT,
    },
    '/faq/': {
      page: 'faq',
      name: 'Questions',
      about: ABOUT,
      groups: [
        { heading: 'Watching', questions: title.questions.slice(0, 2) },
        { heading: 'Languages and age', questions: title.questions.slice(2) },
      ],
    },
    '/press/': {
      page: 'press-kit',
      name: 'Press kit',
      introduction: 'Pictures here may be used in coverage of *Nine Lamps Out* with their credit.',
      facts: [
        { term: 'Title', detail: 'Nine Lamps Out' },
        { term: 'Format', detail: 'Six episodes, 49 to 58 minutes' },
        { term: 'Premiere', detail: 'Friday 4 December 2026, 20:00 in London' },
      ],
      downloads: [pictures.keyArt, pictures.poster, pictures.boat].map((picture, index) => ({
        figure: { picture, caption: ['Key art', 'Poster', 'The relief boat'][index], credit: 'Copper Lane Pictures' },
        files: picture.files
          .filter(({ name }) => name.startsWith('frame-') && name.endsWith('.jpg'))
          .slice(-2)
          .map(({ path, width, height, bytes = 0 }) => ({ url: path, label: `JPEG, ${width} × ${height}`, bytes })),
      })),
      contacts: [
        { name: 'Anouk Delisle-Byrne', role: 'Publicity, Europe', email: 'anouk@copperlane.example' },
        { name: 'Kit Fenwright', role: 'Publicity, the Americas', email: 'kit@copperlane.example' },
      ],
      about: ABOUT,
    },
    '/home/': {
      page: 'home',
      titles: [
        {
          path: '/',
          title: 'Nine Lamps Out',
          summary: '',
          logline: title.logline,
          published: title.published,
          picture: pictures.keyArt,
        },
        {
          path: '/saltglass/',
          title: 'Saltglass',
          summary: '',
          logline: 'Two suns, one well, and a map that is wrong by a day.',
          published: title.published,
          picture: pictures.dunes,
        },
        {
          path: '/understudy/',
          title: 'The Understudy',
          summary: '',
          logline: 'She learned every part but her own.',
          published: title.published,
          picture: pictures.stair,
        },
      ],
      news: title.news.slice(0, 3),
    },
    '/search/': { page: 'search', index: '/search.json' },
    '/404/': { page: 'not-found' },
    '/410/': { page: 'gone' },
  };
};
