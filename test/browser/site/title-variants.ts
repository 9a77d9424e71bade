import type { TitleView } from '@marquee/site/view.ts';
import type { Pictures } from './fixture-pictures.ts';
import { series } from './title-fixture.ts';

/** The same series in Spanish. */
export const seriesInSpanish = (pictures: Pictures): TitleView => {
  const english = series(pictures);
  return {
    ...english,
    logline:
      'Una a una se apagan las luces de la costa de Carrow. El último farero tiene hasta el amanecer para saber quién las apaga, y qué están llevando a tierra.',
    facts: ['Misterio en seis partes', 'Desde el viernes 4 de diciembre', 'Recomendada: 16'],
    story: {
      heading: 'Una costa que cuenta sus luces',
      lead: 'En el invierno de 1931 nueve faros vigilan cuatrocientas millas de roca. Edda Marrow cuida el noveno. Nunca ha visto a los otros ocho fareros; los conoce solo por el ritmo de sus lámparas.',
      body: 'Entonces los ritmos empiezan a cambiar. Lo que parece un error en el libro de registro se vuelve una conversación a través del agua, palabra por palabra.',
    },
    sheet: [
      { term: 'Formato', detail: 'Seis episodios, de 49 a 58 minutos' },
      { term: 'Creada por', detail: 'Ilse Vantongeren-Roe' },
      { term: 'Idiomas', detail: 'Inglés, español; subtítulos en nueve idiomas' },
    ],
    releases: [
      {
        territories: ['ES', 'PT'],
        name: 'España y Portugal',
        opens: { at: '2026-12-05T20:00:00Z', zone: 'Europe/Madrid', place: 'Madrid' },
        links: [{ kind: 'stream', label: 'Farola', url: 'https://farola.example/' }],
      },
      { territories: ['MX'], name: 'México', announcedOn: { day: '2026-11-27' }, links: [] },
    ],
    next: {
      release: 'España y Portugal',
      opens: { at: '2026-12-05T20:00:00Z', zone: 'Europe/Madrid', place: 'Madrid' },
    },
    genres: ['Misterio', 'Drama'],
    questions: [
      {
        id: 'cuando',
        question: '¿Cuándo puedo verla donde vivo?',
        answer: 'El **sábado 5 de diciembre** a las 21:00 en España y Portugal.',
      },
    ],
  };
};

/** A film about which little is known yet: no trailer, no cast, no pictures but one. */
export const film = (pictures: Pictures): TitleView => ({
  ...series(pictures),
  kind: 'film',
  name: 'The Understudy of Saint-Aubin-sur-Mer',
  logline: 'She learned every part but her own.',
  facts: ['Drama', 'In cinemas in spring'],
  keyArt: pictures.blank,
  poster: undefined,
  story: {
    lead: 'An actress waits in the wings of a seaside theatre for thirty years. One evening nobody else comes.',
  },
  sheet: [],
  releases: [
    {
      territories: ['FR'],
      name: 'France',
      opens: { day: '2027-03-10' },
      links: [{ kind: 'cinema', label: 'Find a cinema', url: 'https://cinema.example/' }],
    },
  ],
  next: undefined,
  ratings: [],
  trailers: [],
  episodes: [],
  cast: [],
  crew: [],
  stills: [],
  gallery: undefined,
  questions: [],
  faq: undefined,
  news: [],
  genres: ['Drama'],
  studio: undefined,
});

/** A game: other colours, platforms, two trailers, no episodes. */
export const game = (pictures: Pictures): TitleView => {
  const base = series(pictures);
  return {
    ...base,
    kind: 'game',
    name: 'Saltglass',
    logline:
      'Two suns, one well, and a map that is wrong by a day. Cross a sea that dried up and took its name with it.',
    facts: ['Exploration', 'One to four players', 'Early 2027'],
    keyArt: pictures.dunes,
    poster: undefined,
    story: {
      heading: 'Walk where the water was',
      lead: 'Nothing here wants to fight you. The distance is enough.',
      body: '- A world without a border\n- Weather that remembers\n- **No** map markers',
    },
    sheet: [{ term: 'Players', detail: 'One to four, online or beside each other' }],
    releases: [
      {
        territories: [],
        name: 'Everywhere',
        opens: { at: '2027-02-18T17:00:00Z', zone: 'Europe/London', place: 'London' },
        links: [
          { kind: 'wishlist', label: 'Vapour', url: 'https://vapour.example/' },
          { kind: 'buy', label: 'Orchard Games', url: 'https://orchard.example/' },
        ],
      },
    ],
    next: { release: 'Everywhere', opens: { at: '2027-02-18T17:00:00Z', zone: 'Europe/London', place: 'London' } },
    ratings: [{ system: 'PEGI', value: '7', territories: 'Europe' }],
    episodes: [],
    cast: [],
    stills: base.stills.slice(0, 3),
    platforms: ['Windows', 'Linux', 'PlayStation 5'],
    genres: ['Exploration'],
    studio: 'Low Tide Games',
  };
};
