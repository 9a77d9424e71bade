import type { TypeDescription } from '../pages/editor/model/schema.ts';
import type { LocalTime, Texts } from './assets.ts';
import { type Api, path } from './call.ts';

export const CONTENT_STATES = ['draft', 'changed', 'scheduled', 'published', 'unpublished', 'trashed'] as const;
export type ContentState = (typeof CONTENT_STATES)[number];

/** What keeps an item from being public, with the way on. */
export type Problem = { itemId: string; name: string; field: string; message: string; remedy: string };

export type Schedule = LocalTime & { scheduleId: string; instant: string; version: number; by: string };

export type Item = {
  itemId: string;
  type: string;
  version: number;
  state: ContentState;
  names: Texts;
  slugs: Texts;
  about?: string;
  /** The assets that its newest version refers to. */
  assets?: readonly string[];
  publishedVersion?: number;
  publishedAt?: string;
  publication?: {
    publicationId: string;
    /** Of a release, which changes several items at once. */
    kind: 'publish' | 'unpublish' | 'release';
    state: 'waiting' | 'failed';
    problems?: Problem[];
  };
  schedules?: { publish?: Schedule; unpublish?: Schedule };
  trashedAt?: string;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
};

export type Data = Readonly<Record<string, unknown>>;
export type ItemWithData = Item & { data: Data };

export type Revision = { version: number; by: string; at: string; restoredFrom?: number; published?: true };
export type AuditEntry = { entryId: string; action: string; by: string; at: string; version: number; details?: Data };
export type Publication = {
  publicationId: string;
  state: 'waiting' | 'live' | 'failed';
  problems?: Problem[];
  siteVersion?: number;
};
/** Links that show a version to whoever has them, until they end. */
export type PreviewLinks = { expiresAt: string; links: { locale: string; url: string }[] };
export type Drawn = { html: string; path?: string; problems: Problem[] };

type ListQuery = {
  type?: string;
  state?: string;
  about?: string;
  q?: string;
  /** Items that refer to this asset. */
  asset?: string;
  limit?: number;
  next?: string;
};

/** The name of an item in a language, else in any. */
export const nameOf = ({ names, itemId }: Pick<Item, 'names' | 'itemId'>, locale?: string): string =>
  (locale && names[locale]) || names.en || Object.values(names).find(Boolean) || itemId;

/** What the studio does with content. */
export const contentOf = (api: Api) => ({
  types: () => api.get<{ types: TypeDescription[] }>('/content-types'),
  preview: (itemId: string, version: number) =>
    api.post<PreviewLinks>(path('/content', itemId, 'preview'), { body: { version } }),
  list: (query: ListQuery) => api.get<{ items: Item[]; next?: string }>('/content', { query }),
  show: (itemId: string) => api.get<ItemWithData>(path('/content', itemId)),
  create: (type: string, data: Data, itemId?: string) =>
    api.post<ItemWithData>('/content', { body: { type, data, ...(itemId ? { itemId } : {}) } }),
  save: (itemId: string, data: Data, version: number) =>
    api.put<ItemWithData>(path('/content', itemId), { body: { data }, version }),
  trash: (itemId: string) => api.delete<Item>(path('/content', itemId)),
  restore: (itemId: string) => api.post<Item>(path('/content', itemId, 'restore')),
  revisions: (itemId: string, next?: string) =>
    api.get<{ revisions: Revision[]; next?: string }>(path('/content', itemId, 'revisions'), { query: { next } }),
  revision: (itemId: string, version: number) =>
    api.get<Revision & { data: Data }>(path('/content', itemId, 'revisions', String(version))),
  restoreRevision: (itemId: string, version: number, current: number) =>
    api.post<ItemWithData>(path('/content', itemId, 'revisions', String(version), 'restore'), { version: current }),
  history: (itemId: string, next?: string) =>
    api.get<{ entries: AuditEntry[]; next?: string }>(path('/content', itemId, 'history'), { query: { next } }),
  publish: (itemId: string, kind: 'publish' | 'unpublish', version?: number) =>
    api.post<Publication>(path('/content', itemId, 'publications'), { body: { kind, version } }),
  publication: (publicationId: string) => api.get<Publication>(path('/content/publications', publicationId)),
  schedule: (itemId: string, kind: 'publish' | 'unpublish', time: LocalTime) =>
    api.put<object>(path('/content', itemId, 'schedules', kind), { body: time }),
  unschedule: (itemId: string, kind: 'publish' | 'unpublish') =>
    api.delete<object>(path('/content', itemId, 'schedules', kind)),
  /** The real page of data that nobody has kept, as of a time, and what would keep it from being public. */
  draw: (
    itemId: string,
    drawn: { data: Data; locale: string; asOf?: string; territory?: string },
    signal?: AbortSignal,
  ) => api.post<Drawn>(path('/content', itemId, 'draft'), { body: drawn, signal }),
});
export type Content = ReturnType<typeof contentOf>;
