import type { Teaser } from '@marquee/site/view.ts';
import type { Pictures } from './fixture-pictures.ts';

/** News of the series, newest first. */
export const news = (pictures: Pictures): readonly Teaser[] => [
  {
    path: '/news/first-light/',
    title: 'First light: nine nights on Carrow Rock',
    summary: 'How the crew lit a real lens for the first time in sixty years, and why the fog would not wait.',
    published: '2026-11-18T09:00:00Z',
    picture: pictures.keyArt,
  },
  {
    path: '/news/second-trailer/',
    title: 'The second trailer is here',
    summary: 'One light does not answer.',
    published: '2026-11-12T17:00:00Z',
    picture: pictures.storm,
  },
  {
    path: '/news/score/',
    title: 'A score for foghorn and strings',
    summary: 'Hedda Lisboa-Finch recorded the coast itself, then wrote around it.',
    published: '2026-11-03T08:30:00Z',
    picture: pictures.boat,
  },
  {
    path: '/news/dates/',
    title: 'Dates for the Nordics and Iberia',
    summary: 'Both open within a day of London.',
    published: '2026-10-20T10:00:00Z',
    picture: pictures.chart,
  },
];
