import type { Frame, Page } from '@marquee/site/view.ts';
import type { Pictures } from './fixture-pictures.ts';
import { frameOf } from './frame.ts';

/** A preview in a language that is written from right to left, of a site in five languages, with a title but no key art. */
export const arabicPreview = (files: Frame['files'], pictures: Pictures): Page => ({
  frame: {
    ...frameOf(files, 'en', '/', { title: 'تسعة مصابيح', description: 'تنطفئ الأضواء واحدًا تلو الآخر.' }),
    locale: 'ar',
    path: '/ar/',
    preview: { until: '20 November 2026, 17:30' },
    alternates: [
      { locale: 'en', label: 'English', path: '/' },
      { locale: 'es', label: 'Español', path: '/es/' },
      { locale: 'fr', label: 'Français', path: '/fr/' },
      { locale: 'de', label: 'Deutsch', path: '/de/' },
      { locale: 'ar', label: 'العربية', path: '/ar/' },
    ],
  },
  view: {
    page: 'title',
    kind: 'film',
    name: 'تسعة مصابيح',
    logline: 'تنطفئ الأضواء على ساحل كارو واحدًا تلو الآخر.',
    facts: ['فيلم', 'غموض'],
    story: { lead: 'لم تلتقِ إيدا بالحراس الآخرين قط، فهي تعرفهم من إيقاع مصابيحهم.' },
    sheet: [{ term: 'إخراج', detail: 'تام أوكورافيلد' }],
    releases: [
      {
        territories: ['EG'],
        name: 'مصر',
        opens: { at: '2026-12-04T20:00:00Z', zone: 'Africa/Cairo', place: 'القاهرة' },
        links: [],
      },
    ],
    ratings: [],
    trailers: [{ title: 'الإعلان', path: '/ar/trailer/', poster: pictures.storm, sources: [], captions: [] }],
    episodes: [],
    cast: [],
    crew: [],
    stills: [{ picture: pictures.boat, caption: 'القارب' }],
    questions: [],
    news: [],
    genres: [],
    platforms: [],
    published: '2026-10-01T09:00:00Z',
    modified: '2026-11-20T17:30:00Z',
  },
});
