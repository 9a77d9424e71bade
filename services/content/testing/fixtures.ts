import type { Caller } from '../../shared/caller.ts';
import { assetId } from './memory-files.ts';

export const CALLER: Caller = { name: 'ada@example.com', roles: ['editor'], requestId: 'JKJaXmPLvHcESHA=' };

export const NAVIGATION = {
  siteName: { en: 'Nine Lamps Out' },
  locales: [
    { locale: 'en', label: 'English' },
    { locale: 'es', label: 'Español' },
  ],
};

/** A picture of the library as items refer to it. */
export const picture = (number: number, more: object = {}) => ({
  asset: assetId(number),
  alt: { en: `Picture ${number}`, es: `Imagen ${number}` },
  ...more,
});

export const title = (more: object = {}) => ({
  kind: 'series',
  name: { en: 'Nine Lamps Out', es: 'Nueve faros' },
  logline: { en: 'The lights go dark.', es: 'Las luces se apagan.' },
  keyArt: picture(1),
  ...more,
});

export const person = (name = 'Saoirse Nakagreen', more: object = {}) => ({ name: { en: name, es: name }, ...more });

export const news = (headline = 'First light', more: object = {}) => ({
  headline: { en: headline },
  summary: { en: `${headline}, in short.` },
  body: { en: `${headline}, at length.` },
  ...more,
});

export const trailer = (more: object = {}) => ({ name: { en: 'The teaser' }, poster: picture(1), ...more });

export const gallery = (more: object = {}) => ({
  name: { en: 'Stills' },
  pictures: [{ picture: picture(1) }],
  ...more,
});

export const faq = (question = 'When?', more: object = {}) => ({
  question: { en: question },
  answer: { en: `${question} Soon.` },
  ...more,
});

export const pressKit = (more: object = {}) => ({ name: { en: 'For the press' }, about: { ref: 'lamps' }, ...more });
