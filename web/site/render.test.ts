import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { render } from './render.ts';
import type { Frame, PageView, TitleView } from './view.ts';

const frame: Frame = {
  origin: 'https://site.example',
  locale: 'es',
  alternates: [
    { locale: 'en', label: 'English', path: '/' },
    { locale: 'es', label: 'Español', path: '/es/' },
  ],
  defaultLocale: 'en',
  path: '/es/',
  title: 'Nine Lamps Out',
  description: 'Una a una',
  site: { name: 'Nine Lamps Out', home: '/es/', links: [], footer: [] },
  files: { stylesheet: '/site/a.css', fonts: { display: '/site/b.woff2' }, script: '/site/c.js' },
  feeds: { rss: '/es/news.xml', json: '/es/news.json' },
  search: '/es/search/',
};

const title: TitleView = {
  page: 'title',
  kind: 'series',
  name: 'Nine Lamps Out',
  logline: 'Una a una',
  facts: [],
  story: {},
  sheet: [],
  releases: [],
  ratings: [],
  trailers: [],
  episodes: [],
  cast: [],
  crew: [],
  stills: [],
  questions: [],
  news: [],
  genres: [],
  platforms: [],
  published: '2026-10-01T09:00:00Z',
  modified: '2026-11-20T17:30:00Z',
};

/** A page of every kind with as little as its type allows, and one text in it wherever a text may be. */
const views = (text: string): PageView[] => [
  {
    ...title,
    name: text || 'x',
    logline: text,
    facts: [text],
    story: { heading: text, lead: text, body: text },
    sheet: [{ term: text, detail: text }],
    releases: [
      { territories: [], name: text, opens: { day: '2026-12-04' }, links: [{ kind: 'buy', label: text, url: text }] },
    ],
    ratings: [{ system: text, value: text, territories: text }],
    trailers: [
      {
        title: text,
        path: '/t/',
        sources: [{ url: text, contentType: text }],
        captions: [{ url: text, locale: 'en', label: text }],
      },
    ],
    episodes: [{ number: 1, title: text, summary: text, sealed: false }],
    cast: [{ name: text, role: text, path: text }],
    crew: [{ role: text, people: [{ name: text, role: text }] }],
    questions: [{ id: text, question: text, answer: text }],
    news: [{ path: text, title: text, summary: text, published: '2026-10-01T09:00:00Z' }],
    genres: [text],
    studio: text,
  },
  {
    page: 'news',
    headline: text,
    summary: text,
    body: text,
    byline: text,
    about: { label: text, url: text },
    published: title.published,
    modified: title.modified,
    more: [],
  },
  { page: 'news-index', items: [], older: text, number: 1, of: 2 },
  {
    page: 'person',
    name: text,
    biography: text,
    credits: [{ title: text, path: text, roles: [text] }],
    links: [{ label: text, url: text }],
  },
  {
    page: 'trailer',
    video: { title: text, sources: [], captions: [], transcript: text },
    published: title.published,
    more: [],
  },
  { page: 'gallery', name: text, description: text, figures: [] },
  { page: 'faq', name: text, groups: [{ heading: text, questions: [{ id: text, question: text, answer: text }] }] },
  {
    page: 'press-kit',
    name: text,
    introduction: text,
    facts: [{ term: text, detail: text }],
    downloads: [],
    contacts: [{ name: text, email: text }],
  },
  {
    page: 'home',
    titles: [{ path: text, title: text, summary: text, logline: text, published: title.published }],
    news: [],
  },
  { page: 'search', index: text },
  { page: 'not-found' },
  { page: 'gone' },
];

const dataOf = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, json = '{}']) => {
    const data = JSON.parse(json) as Record<string, unknown>;
    return (data['@graph'] as Record<string, unknown>[] | undefined) ?? [data];
  });

describe('a page', () => {
  test('is the same whenever it is rendered', () => {
    for (const view of views('x')) expect(render({ frame, view })).toBe(render({ frame, view }));
  });

  test('names its language, its address, the same in other languages and its feeds', () => {
    const html = render({ frame, view: title });
    expect(html).toMatch(/^<!doctype html>\n<html lang="es" dir="ltr">/);
    expect(html).toContain('<link rel="canonical" href="https://site.example/es/">');
    expect(html).toContain('hreflang="x-default" href="https://site.example/"');
    expect(html).toContain('type="application/feed+json"');
    expect(html).toContain('<meta property="og:locale" content="es_ES">');
    expect(render({ frame: { ...frame, locale: 'ar' }, view: title })).toContain('<html lang="ar" dir="rtl">');
  });

  test('stays out of search engines where it is a preview, and says until when', () => {
    const html = render({ frame: { ...frame, preview: { until: 'mañana' } }, view: title });
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('Este enlace caduca: mañana.');
    expect(html).not.toContain('rel="canonical"');
    expect(render({ frame, view: { page: 'not-found' } })).toContain('noindex');
  });

  test('has one heading of the first level, and skips none after it', () => {
    for (const view of views('x')) {
      const levels = [...render({ frame, view }).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
  });
});

describe('what an editor types', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '</script><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      '<!--<script>',
      '{{x}}<%= x %>',
      '&quot;',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  test('is text on every page: no element and no attribute comes of it', () => {
    const shape = (html: string): string[] => {
      const names: string[] = [];
      for (const [, tag = '', rest = ''] of html.matchAll(/<([a-zA-Z][a-zA-Z0-9]*)((?:[^>"]|"[^"]*")*)>/g)) {
        names.push(tag, ...[...rest.matchAll(/([a-z-]+)="/g)].map(([, name = '']) => `@${name}`));
      }
      return names.filter((name) => !['script', 'style'].includes(name) || html.includes(`<${name} type=`));
    };
    fc.assert(
      fc.property(hostile, (text) => {
        for (const view of views(text)) {
          const html = render({ frame, view });
          expect(html.match(/<script(?! type="(module|application\/ld\+json)")/g)).toBeNull();
          expect(html).not.toMatch(/<img(?![^>]* class="blur"| src="\/)/);
          expect(shape(html).filter((name) => /^@on|^@style$/.test(name))).toEqual([]);
          for (const [, href = ''] of html.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
            expect(href).toMatch(/^(https?:|mailto:|\/(?![/\\])|[#?]|about:invalid$)/i);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is text in the data of the page, which stays JSON', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [node] = dataOf(render({ frame, view: { ...title, logline: text } }));
        expect(node?.description).toBe(text.toWellFormed());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the data of a page', () => {
  const typesOf = (view: PageView) => dataOf(render({ frame, view })).map((node) => node['@type']);

  test('says what kind of thing it is about', () => {
    expect(views('x').map(typesOf)).toEqual([
      ['TVSeries', 'FAQPage'],
      ['NewsArticle', 'BreadcrumbList'],
      ['CollectionPage', 'BreadcrumbList'],
      ['Person', 'BreadcrumbList'],
      ['BreadcrumbList'],
      ['ImageGallery', 'BreadcrumbList'],
      ['FAQPage', 'BreadcrumbList'],
      ['BreadcrumbList'],
      ['WebSite'],
      ['BreadcrumbList'],
      [],
      [],
    ]);
    expect(typesOf({ ...title, kind: 'film' })).toEqual(['Movie']);
    expect(typesOf({ ...title, kind: 'game' })).toEqual(['VideoGame']);
  });

  test('tells nothing of a sealed episode', () => {
    const [node] = dataOf(
      render({
        frame,
        view: {
          ...title,
          episodes: [
            { number: 1, title: 'Open', sealed: false },
            { number: 2, title: 'Secret', sealed: true },
          ],
        },
      }),
    );
    expect(JSON.stringify(node)).toContain('"Open"');
    expect(JSON.stringify(node)).not.toContain('Secret');
  });
});

test('an icon is well-formed, since it is markup that nobody escapes', async () => {
  const { icon } = await import('./parts/icon.ts');
  for (const name of [
    'play',
    'calendar',
    'lock',
    'plus',
    'close',
    'search',
    'menu',
    'back',
    'forward',
    'download',
    'feed',
    'globe',
  ] as const) {
    new SaxesParser().write(icon(name).toString()).close();
  }
});
