import { createHash } from 'node:crypto';
import { calendarOf } from '@marquee/site/calendar.ts';
import { render } from '@marquee/site/render.ts';
import { themeOf } from '@marquee/site/theme.ts';
import type { StoredFile } from '../store/pages.ts';
import { alsoAsked, documentOf, type PageDocument } from './documents.ts';
import type { Wanted } from './expected.ts';
import { frameOf } from './frame.ts';
import { createLook } from './look.ts';
import type { LivePage } from './manifest.ts';
import { pageView } from './page-view.ts';
import type { World } from './world.ts';

/** A page that is made, with the files that have to be written before anybody sees it. */
export type RenderedPage = { path: string; page: LivePage; document?: PageDocument; files: StoredFile[] };

const HTML = 'text/html; charset=utf-8';

/** Where content is kept that never changes: its hash is its name. */
export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 40);

/** What the edge answers error pages with. */
const STATUS: Readonly<Partial<Record<Wanted['kind'], number>>> = { 'not-found': 404, gone: 410 };

/** Makes one page; the same of the same world, always. Throws `NotPublicError`. */
export const renderPage = async (world: World, wanted: Wanted, preview?: { until: string }): Promise<RenderedPage> => {
  const look = createLook(world, wanted.locale);
  const { view, colours, ...head } = await pageView(look, wanted);
  const theme = colours && themeOf(colours).css;
  const themePath = theme && `/site/theme-${hashOf(theme).slice(0, 16)}.css`;
  const frame = frameOf(look, wanted, { ...head, theme: themePath, preview });
  const html = render({ frame, view });
  const key = `pages/${hashOf(html)}`;
  const status = STATUS[wanted.kind];
  const files: StoredFile[] = [{ key, body: html, contentType: HTML, caching: 'page', ...(status ? { status } : {}) }];
  if (theme && themePath)
    files.push({ key: themePath.slice(1), body: theme, contentType: 'text/css', caching: 'static' });
  const own: Record<string, string> = {};
  const calendar = view.page === 'title' ? calendarOf(frame, view) : undefined;
  if (calendar) {
    const calendarKey = `pages/${hashOf(calendar)}`;
    files.push({ key: calendarKey, body: calendar, contentType: 'text/calendar; charset=utf-8', caching: 'page' });
    own[`${wanted.path}calendar.ics`] = calendarKey;
  }
  const { itemId, locale, kind, path } = wanted;
  const item = itemId === undefined ? undefined : world.manifest.items[itemId];
  const known = documentOf(view, locale, { path, title: head.title, summary: head.description });
  return {
    path,
    page: {
      key,
      locale,
      kind,
      itemId,
      shows: look.shows,
      files: own,
      modified: item?.modified ?? changedAt(world, path, key),
    },
    document: known && {
      ...known,
      itemId,
      version: item?.version,
      ...(await alsoAsked(look, itemId)),
    },
    files,
  };
};

/** When an index last changed: one that is made again and is the same keeps its date. */
const changedAt = ({ manifest, now }: World, path: string, key: string): string => {
  const live = manifest.pages[path];
  return live?.key === key ? live.modified : new Date(now).toISOString();
};
