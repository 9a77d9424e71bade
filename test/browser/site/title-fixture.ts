import type { TitleView } from '@marquee/site/view.ts';
import type { Pictures } from './fixture-pictures.ts';
import { news } from './news-fixture.ts';

const LONDON = { zone: 'Europe/London', place: 'London' };

/** The title page of the series, in English, with something in every section. */
export const series = (pictures: Pictures): TitleView => ({
  page: 'title',
  kind: 'series',
  name: 'Nine Lamps Out',
  logline:
    'One by one the lights along the Carrow coast go dark. The last keeper has until morning to learn who is putting them out, and what they are steering ashore.',
  facts: ['Six-part mystery', 'From Friday 4 December', 'Advisory: 15'],
  keyArt: pictures.keyArt,
  poster: pictures.poster,
  story: {
    heading: 'A coast that counts its lights',
    lead: 'In the winter of 1931 nine lighthouses guard four hundred miles of rock. Edda Marrow keeps the ninth. She has never met the other eight keepers; she knows them only by the rhythm of their lamps.',
    body: 'Then the rhythms begin to change. What starts as a fault in the ledger becomes a conversation across open water, flashed one word at a time by someone who should not know the code. Filmed on location [through a single winter](/news/first-light/).',
  },
  sheet: [
    { term: 'Format', detail: 'Six episodes, 49 to 58 minutes' },
    { term: 'Created by', detail: 'Ilse Vantongeren-Roe' },
    { term: 'Directed by', detail: 'Tam Okorafeld' },
    { term: 'Music', detail: 'Hedda Lisboa-Finch' },
    { term: 'Languages', detail: 'English, Spanish; captions in nine languages, audio description in both' },
  ],
  releases: [
    {
      territories: ['GB', 'IE'],
      name: 'UK and Ireland',
      opens: { at: '2026-12-04T20:00:00Z', ...LONDON },
      links: [{ kind: 'stream', label: 'Lantern', url: 'https://lantern.example/nine-lamps-out' }],
    },
    {
      territories: ['SE', 'NO', 'DK', 'FI'],
      name: 'Nordics',
      opens: { at: '2026-12-04T20:00:00Z', zone: 'Europe/Stockholm', place: 'Stockholm' },
      links: [{ kind: 'stream', label: 'Norrsken', url: 'https://norrsken.example/' }],
    },
    {
      territories: ['ES', 'PT'],
      name: 'Spain and Portugal',
      opens: { at: '2026-12-05T20:00:00Z', zone: 'Europe/Madrid', place: 'Madrid' },
      links: [],
    },
    { territories: ['US', 'CA'], name: 'North America', announcedOn: { day: '2026-11-27' }, links: [] },
  ],
  next: { release: 'UK and Ireland', opens: { at: '2026-12-04T20:00:00Z', ...LONDON } },
  ratings: [
    { system: 'BBFC', value: '15', territories: 'United Kingdom', advice: 'Peril at sea, infrequent strong language' },
  ],
  trailers: [
    {
      title: 'Official trailer',
      path: '/trailers/official/',
      poster: pictures.storm,
      sources: [{ url: '/media/trailer.webm', contentType: 'video/webm' }],
      captions: [
        { url: '/media/trailer.en.vtt', locale: 'en', label: 'English' },
        { url: '/media/trailer.es.vtt', locale: 'es', label: 'Español' },
      ],
      duration: 102,
      description: 'Edda counts to nine, and one light does not answer.',
    },
    {
      title: 'Inside the lens room',
      path: '/trailers/lens/',
      poster: pictures.lens,
      sources: [],
      captions: [],
      duration: 191,
    },
    {
      title: 'First look: Carrow Rock',
      path: '/trailers/rock/',
      poster: pictures.boat,
      sources: [],
      captions: [],
      duration: 108,
    },
  ],
  episodes: [
    {
      number: 1,
      title: 'The keeper’s count',
      summary:
        'Every night for forty years the coast has reported nine lights. Tonight the ledger says eight, and the keeper of the ninth will not come to the radio.',
      duration: 3180,
      sealed: false,
      still: pictures.lens,
    },
    {
      number: 2,
      title: 'Occulting white',
      summary:
        'A relief boat reaches Carrow Rock and finds the lamp warm, the table laid for two and the logbook three days ahead of the calendar.',
      duration: 2940,
      sealed: false,
      still: pictures.boat,
    },
    ...[3, 4, 5, 6].map((number) => ({
      number,
      sealed: true,
      opens: { day: number < 5 ? '2026-11-27' : '2026-12-11' },
    })),
  ],
  cast: [
    {
      name: 'Inessa Varrowby',
      role: 'Edda Marrow, keeper of the ninth',
      path: '/people/inessa-varrowby/',
      portrait: pictures.people[0],
    },
    { name: 'Tobiah Kellsund', role: 'Signalman Askew', portrait: pictures.people[1] },
    {
      name: 'Marit Osei-Lundqvist',
      role: 'Inspector Brandt',
      path: '/people/marit-osei-lundqvist/',
      portrait: pictures.people[2],
    },
    { name: 'Danylo Prewitt-Sato', role: 'The relief boatman', portrait: pictures.people[3] },
    { name: 'Saoirse Nakagreen', role: 'Wren' },
  ],
  crew: [
    { role: 'Written by', people: [{ name: 'Ilse Vantongeren-Roe', role: 'Writer' }] },
    { role: 'Directed by', people: [{ name: 'Tam Okorafeld', role: 'Director', path: '/people/tam-okorafeld/' }] },
    { role: 'Photography', people: [{ name: 'Juno Abernethy-Castro', role: 'Camera' }] },
    { role: 'Edited by', people: [{ name: 'Pell Hargrove', role: 'Editor' }] },
    {
      role: 'Produced by',
      people: [
        { name: 'Wen Castellane', role: 'Producer' },
        { name: 'Oskar Thrale', role: 'Producer' },
      ],
    },
    { role: 'Music by', people: [{ name: 'Hedda Lisboa-Finch', role: 'Composer' }] },
  ],
  stills: [
    { picture: pictures.lens, caption: 'The lens room at Carrow Rock', credit: 'Juno Abernethy-Castro' },
    { picture: pictures.boat, caption: 'The relief boat at dusk' },
    { picture: pictures.stair, caption: 'Two hundred and six steps' },
    { picture: pictures.chart, caption: 'The chart of the nine lights' },
  ],
  gallery: { label: 'All pictures', url: '/gallery/' },
  questions: [
    {
      id: 'when',
      question: 'When can I watch it where I live?',
      answer:
        'It opens on **Friday 4 December at 20:00** in the United Kingdom and Ireland, with the Nordics at the same moment. Spain and Portugal follow a day later. The North American date is announced on Friday 27 November.',
    },
    {
      id: 'all',
      question: 'Will all six episodes arrive at once?',
      answer: 'The first two arrive together, then one each Friday.',
    },
    {
      id: 'languages',
      question: 'Which languages have audio description?',
      answer: 'English and Spanish, from the first day.',
    },
    {
      id: 'age',
      question: 'Is it suitable for a twelve-year-old?',
      answer: 'It carries an advisory of 15 for peril at sea and infrequent strong language.',
    },
  ],
  faq: { label: 'All questions', url: '/faq/' },
  news: news(pictures),
  newsIndex: { label: 'All news', url: '/news/' },
  pressKit: { label: 'Press kit', url: '/press/' },
  genres: ['Mystery', 'Drama'],
  studio: 'Copper Lane Pictures',
  platforms: [],
  published: '2026-10-01T09:00:00Z',
  modified: '2026-11-20T17:30:00Z',
});
