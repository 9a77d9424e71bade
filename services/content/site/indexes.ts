import { type FeedItem, jsonFeed, robots, rss, type SitemapEntry, sitemap } from '@marquee/site/feeds.ts';
import { wordsOf } from '@marquee/site/words.ts';
import type { Locale } from '../model/text.ts';
import type { StoredFile } from '../store/pages.ts';
import { alsoAsked, type PageDocument } from './documents.ts';
import { createLook, listed } from './look.ts';
import type { LivePage } from './manifest.ts';
import { indexPaths } from './paths.ts';
import { hashOf } from './render-page.ts';
import { present, questions } from './views/parts.ts';
import type { World } from './world.ts';

/** A file with the address that it is served from; without one, only Marquee itself reads it. */
export type IndexFile = { path?: string; file: StoredFile };

/** Articles in a feed. */
const IN_FEED = 30;

const served = (path: string, body: string, contentType: string): IndexFile => ({
  path,
  file: { key: `pages/${hashOf(body)}`, body, contentType, caching: 'page' },
});

/** The sitemap and what leads search engines to it. */
export const sitemapFiles = (world: World): IndexFile[] => {
  const { origin, defaultLocale, manifest } = world;
  const pages = Object.entries(manifest.pages).filter(
    ([, { kind }]) => !['search', 'not-found', 'gone'].includes(kind),
  );
  const siblings = Map.groupBy(pages, ([path, page]) => identity(world, path, page));
  const entries = pages.map(([path, page]): SitemapEntry => {
    const alternates = (siblings.get(identity(world, path, page)) ?? []).map(([other, { locale }]) => ({
      locale,
      url: origin + other,
    }));
    return { url: origin + path, modified: page.modified, defaultLocale, alternates };
  });
  return [
    ...sitemap(entries).map(({ path, body, contentType }) => served(path, body, contentType)),
    served('/robots.txt', robots(origin), 'text/plain; charset=utf-8'),
  ];
};

/** What a page has in common with its translations. */
const identity = ({ defaultLocale }: World, path: string, { itemId, kind, locale }: LivePage): string =>
  itemId ?? `${kind} ${locale === defaultLocale ? path : path.slice(locale.length + 1)}`;

/** The news of a language as feeds. */
export const feedFiles = async (world: World, locale: Locale): Promise<IndexFile[]> => {
  const look = createLook(world, locale);
  const ids = listed(world.manifest, 'news').slice(0, IN_FEED);
  const items = await Promise.all(
    ids.map(async (id): Promise<FeedItem | undefined> => {
      const path = look.path(id);
      const found = await look.item<'news'>(id);
      if (!path || !found) return undefined;
      const { data, item } = found;
      return {
        path,
        title: look.text(data.headline) ?? '',
        summary: look.text(data.summary) ?? '',
        body: look.text(data.body),
        published: item.dated,
        modified: item.modified,
        author: data.byline,
        picture: await look.asset(data.picture),
      };
    }),
  );
  const paths = indexPaths(locale, world.defaultLocale);
  const site = look.text(world.navigation.siteName) ?? '';
  const title = `${site}: ${wordsOf(locale).news}`;
  const feed = {
    origin: world.origin,
    locale,
    title,
    description: title,
    home: paths.home,
    rss: paths.rss,
    json: paths.json,
    items: present(items),
  };
  return [
    served(paths.rss, rss(feed), 'application/rss+xml; charset=utf-8'),
    served(paths.json, jsonFeed(feed), 'application/feed+json; charset=utf-8'),
  ];
};

/** What the search in the browser reads. */
export const searchFile = (
  world: World,
  locale: Locale,
  documents: Readonly<Record<string, PageDocument>>,
): IndexFile => {
  const entries = Object.keys(documents)
    .sort()
    .flatMap((path) => (documents[path] ? [documents[path].entry] : []));
  const index = { locale, version: hashOf(JSON.stringify(entries)).slice(0, 12), entries };
  return served(
    indexPaths(locale, world.defaultLocale).searchIndex,
    JSON.stringify(index),
    'application/json; charset=utf-8',
  );
};

/** What the chatbot may say: passages of public pages, and curated answers with where they stand. */
export const knowledgeFile = async (
  world: World,
  locale: Locale,
  documents: Readonly<Record<string, PageDocument>>,
): Promise<StoredFile> => {
  const look = createLook(world, locale);
  const { faq } = indexPaths(locale, world.defaultLocale);
  const pages = Object.keys(documents)
    .sort()
    .flatMap((path) => {
      const known = documents[path];
      if (!known) return [];
      const { entry, ...rest } = known;
      return [{ path, kind: entry.kind, title: entry.title, ...rest }];
    });
  const asked = await questions(look, listed(world.manifest, 'faq'));
  const curated = await Promise.all(
    asked.map(async ({ id, question, answer }) => ({
      itemId: id,
      version: world.manifest.items[id]?.version,
      question,
      answer,
      path: `${faq}#${id}`,
      ...(await alsoAsked(look, id)),
    })),
  );
  const body = JSON.stringify({ locale, pages, questions: curated });
  return { key: `knowledge/${hashOf(body)}.json`, body, contentType: 'application/json', caching: 'private' };
};
