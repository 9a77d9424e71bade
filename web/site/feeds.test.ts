import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type Feed, jsonFeed, robots, rss, type SitemapEntry, sitemap } from './feeds.ts';

/** Reads XML, throws where it is not well-formed, and answers the text of every element called `name`. */
const textsOf = (xml: string, name: string): string[] => {
  const found: string[] = [];
  let open = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open = tag.name;
    if (open === name) found.push('');
  });
  parser.on('text', (text) => {
    if (open === name) found.push(`${found.pop() ?? ''}${text}`);
  });
  parser.on('closetag', () => {
    open = '';
  });
  parser.write(xml).close();
  return found;
};

const feed: Feed = {
  origin: 'https://site.example',
  locale: 'es',
  title: 'Nine Lamps Out & friends',
  description: 'News',
  home: '/es/',
  rss: '/es/news.xml',
  json: '/es/news.json',
  items: [
    {
      path: '/es/news/a/',
      title: 'First <light>',
      summary: 'A “summary” & more',
      body: 'See [here](/es/gallery/). ]]> <b>',
      published: '2026-11-18T09:00:00Z',
      modified: '2026-11-19T09:00:00Z',
      author: 'Anouk',
    },
  ],
};

describe('RSS', () => {
  test('is well-formed and has what was typed', () => {
    const xml = rss(feed);
    expect(textsOf(xml, 'title')).toEqual(['Nine Lamps Out & friends', 'First <light>']);
    expect(textsOf(xml, 'pubDate')).toEqual(['Wed, 18 Nov 2026 09:00:00 GMT']);
    expect(textsOf(xml, 'content:encoded')[0]).toContain('<a href="https://site.example/es/gallery/">here</a>');
  });

  test('is well-formed whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [item] = feed.items;
        if (item) textsOf(rss({ ...feed, title: text, items: [{ ...item, title: text, body: text }] }), 'title');
      }),
      { numRuns: 40 },
    );
  });
});

test('JSON Feed 1.1 has absolute addresses and the body as HTML', () => {
  const { version, items } = JSON.parse(jsonFeed(feed));
  expect(version).toBe('https://jsonfeed.org/version/1.1');
  expect(items[0]).toMatchObject({
    id: 'https://site.example/es/news/a/',
    title: 'First <light>',
    date_published: '2026-11-18T09:00:00Z',
    authors: [{ name: 'Anouk' }],
  });
  expect(items[0].content_html).toContain('href="https://site.example/es/gallery/"');
});

describe('a sitemap', () => {
  const entry = (path: string): SitemapEntry => ({
    url: `https://site.example${path}`,
    modified: '2026-11-18T09:00:00Z',
    alternates: [
      { locale: 'en', url: `https://site.example${path}` },
      { locale: 'es', url: `https://site.example/es${path}` },
    ],
    defaultLocale: 'en',
  });

  test('names every page with its languages', () => {
    const [file, ...others] = sitemap([entry('/b/?a=1&b=2'), entry('/a/')]);
    expect(others).toEqual([]);
    expect(file?.path).toBe('/sitemap.xml');
    expect(textsOf(file?.body ?? '', 'loc')).toEqual(['https://site.example/a/', 'https://site.example/b/?a=1&b=2']);
    expect(file?.body.match(/hreflang="x-default" href="https:\/\/site.example\/a\/"/g)).toHaveLength(1);
  });

  test('is cut into parts with an index where there are too many pages', () => {
    const files = sitemap(['/a/', '/b/', '/c/'].map(entry), 2);
    expect(files.map(({ path }) => path)).toEqual(['/sitemap.xml', '/sitemap-1.xml', '/sitemap-2.xml']);
    expect(textsOf(files[0]?.body ?? '', 'loc')).toEqual([
      'https://site.example/sitemap-1.xml',
      'https://site.example/sitemap-2.xml',
    ]);
    expect(textsOf(files[2]?.body ?? '', 'loc')).toEqual(['https://site.example/c/']);
  });

  test('is there without a page', () => {
    expect(sitemap([])).toHaveLength(1);
    expect(robots('https://site.example')).toContain('Sitemap: https://site.example/sitemap.xml');
  });
});
