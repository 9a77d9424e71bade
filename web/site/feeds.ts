import { renderMarkdown } from './markdown.ts';
import { type Picture, plainFile } from './picture.ts';
import { absolute } from './url.ts';
import type { Markdown } from './view.ts';
import { xml } from './xml.ts';

export type FeedItem = {
  path: string;
  title: string;
  summary: string;
  body?: Markdown;
  /** In UTC. */
  published: string;
  modified: string;
  author?: string;
  picture?: Picture;
};

/** News of one language, newest first. */
export type Feed = {
  origin: string;
  locale: string;
  title: string;
  description: string;
  /** The page that the feed is of. */
  home: string;
  /** Where the two forms of the feed are served from. */
  rss: string;
  json: string;
  items: readonly FeedItem[];
};

/** RSS 2.0 with the channel's own address (RSS Advisory Board, "Best practices profile"). */
export const rss = ({ origin, locale, title, description, home, rss: self, items }: Feed): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${absolute(origin, home)}</link>
<description>${description}</description>
<language>${locale}</language>
<atom:link href="${absolute(origin, self)}" rel="self" type="application/rss+xml"/>${
    latest(items) &&
    xml`
<lastBuildDate>${rfc822(latest(items))}</lastBuildDate>`
  }${items.map((item) => {
    const picture = item.picture && plainFile(item.picture, 'wide', 1280);
    return xml`
<item>
<title>${item.title}</title>
<link>${absolute(origin, item.path)}</link>
<guid isPermaLink="true">${absolute(origin, item.path)}</guid>
<pubDate>${rfc822(item.published)}</pubDate>
<description>${item.summary}</description>${
      item.author &&
      xml`
<dc:creator>${item.author}</dc:creator>`
    }${
      item.body &&
      xml`
<content:encoded>${bodyOf(origin, item.body)}</content:encoded>`
    }${
      picture &&
      xml`
<enclosure url="${absolute(origin, picture.path)}" length="${picture.bytes ?? 0}" type="${picture.contentType}"/>`
    }
</item>`;
  })}
</channel>
</rss>
`.markup;

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed = ({ origin, locale, title, description, home, json, items }: Feed): string => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: absolute(origin, home),
    feed_url: absolute(origin, json),
    language: locale,
    items: items.map((item) => {
      const picture = item.picture && plainFile(item.picture, 'wide', 1280);
      return {
        id: absolute(origin, item.path),
        url: absolute(origin, item.path),
        title: item.title,
        summary: item.summary,
        ...(item.body ? { content_html: bodyOf(origin, item.body) } : { content_text: item.summary }),
        date_published: item.published,
        date_modified: item.modified,
        ...(item.author ? { authors: [{ name: item.author }] } : {}),
        ...(picture ? { image: absolute(origin, picture.path) } : {}),
      };
    }),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
};

/** In a reader there is no site that an address could be relative to. */
const bodyOf = (origin: string, body: Markdown): string =>
  renderMarkdown(body, 1)
    .toString()
    .replace(/<a href="\//g, `<a href="${origin}/`);

const rfc822 = (at: string): string => new Date(at).toUTCString();

const latest = (items: readonly { modified: string }[]): string =>
  items.reduce((last, { modified }) => (modified > last ? modified : last), '');

/** A page that search engines may know; `modified` in UTC. Alternates name every language of it, its own included. */
export type SitemapEntry = {
  /** With its host, as are those of its alternates. */
  url: string;
  modified: string;
  alternates: readonly { locale: string; url: string }[];
  /** The language for those who read none of the others. */
  defaultLocale?: string;
};

/** A file to be served from `path`. */
export type TextFile = { path: string; contentType: string; body: string };

/** Most entries of one file (sitemaps.org, "Sitemap file requirements"). */
const MOST = 50_000;

/** `/sitemap.xml`; above 50,000 pages an index of `/sitemap-1.xml`, `/sitemap-2.xml` and so on. */
export const sitemap = (entries: readonly SitemapEntry[], most = MOST): TextFile[] => {
  const sorted = entries.toSorted((one, other) => (one.url < other.url ? -1 : 1));
  if (sorted.length <= most) return [file('/sitemap.xml', urls(sorted))];
  const parts = Array.from({ length: Math.ceil(sorted.length / most) }, (_, index) =>
    sorted.slice(index * most, (index + 1) * most),
  );
  const named = parts.map((part, index) => ({ path: `/sitemap-${index + 1}.xml`, part }));
  const { origin } = new URL(sorted[0]?.url ?? '');
  const index = xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${named.map(
    ({ path, part }) => xml`
<sitemap><loc>${absolute(origin, path)}</loc><lastmod>${latest(part)}</lastmod></sitemap>`,
  )}
</sitemapindex>
`;
  return [file('/sitemap.xml', index.markup), ...named.map(({ path, part }) => file(path, urls(part)))];
};

const urls = (entries: readonly SitemapEntry[]): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.map(
    ({ url, modified, alternates, defaultLocale }) => xml`
<url><loc>${url}</loc><lastmod>${modified}</lastmod>${
      alternates.length > 1 &&
      [...alternates, ...alternates.filter(({ locale }) => locale === defaultLocale).map(asDefault)].map(
        (alternate) => xml`<xhtml:link rel="alternate" hreflang="${alternate.locale}" href="${alternate.url}"/>`,
      )
    }</url>`,
  )}
</urlset>
`.markup;

const asDefault = ({ url }: { url: string }) => ({ locale: 'x-default', url });

const file = (path: string, body: string): TextFile => ({ path, contentType: 'application/xml; charset=utf-8', body });

/** `/robots.txt`: everything may be read; pages that should not be found say so themselves. */
export const robots = (origin: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`;
