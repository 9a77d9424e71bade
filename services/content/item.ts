import type { ContentType } from './model/item.ts';
import type { Locale, Localised } from './model/text.ts';
import type { Spread, Territory } from './territories.ts';

export const ITEM_STATES = ['draft', 'changed', 'scheduled', 'published', 'unpublished', 'trashed'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Something that keeps an item from being published, in words for its editor. */
export type Problem = { itemId: string; name: string; field: string; message: string; remedy: string };

/** A publication or its end at a moment to come. */
export type Schedule = {
  scheduleId: string;
  /** As the place's clocks tell it. */
  at: string;
  zone: string;
  /** The same in UTC. */
  instant: string;
  /** What is published: later edits wait for a publication of their own. */
  version: number;
  by: string;
};

export type Schedules = { publish?: Schedule; unpublish?: Schedule };

/** What is known of an item beside its data, which its revisions hold. */
export type ItemRecord = {
  itemId: string;
  type: ContentType;
  /** Of the newest revision. */
  version: number;
  /** Counts requests to publish and to unpublish: what a later one does is not undone by an earlier one that took longer. */
  sequence: number;
  names: Localised;
  slugs: Readonly<Record<Locale, string>>;
  /** The title that it is about. */
  about?: string;
  /** Assets that the newest version refers to; items that were saved before this was noted have none. */
  assets?: readonly string[];
  /** Assets that the public version refers to. */
  publicAssets?: readonly string[];
  publishedVersion?: number;
  /** `sequence` of the last request that was carried out. */
  publishedSequence?: number;
  /** Where a release made it otherwise: the version that is public there, if any, and the request that did it. */
  publishedIn?: Readonly<Record<Territory, PublishedState>>;
  firstPublishedAt?: string;
  publishedAt?: string;
  /** What was asked for last, while it is under way or where it failed. */
  publication?: {
    publicationId: string;
    kind: 'publish' | 'unpublish' | 'release';
    state: 'waiting' | 'failed';
    problems?: Problem[];
  };
  schedules?: Schedules;
  trashedAt?: string;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
};

/** What of an item is public, and which request made it so; without a version, nothing. */
export type PublishedState = { sequence: number; version?: number };

/** The newest version that is public anywhere; undefined where none is. */
export const publicVersion = ({ publishedVersion, publishedIn = {} }: ItemRecord): number | undefined => {
  const versions = [publishedVersion, ...Object.values(publishedIn).map(({ version }) => version)];
  const found = versions.flatMap((version) => version ?? []);
  return found.length > 0 ? Math.max(...found) : undefined;
};

/** What of an item is public where. */
export const publishedSpread = ({ publishedSequence, publishedVersion, publishedIn = {} }: ItemRecord) => {
  const base = publishedSequence === undefined ? undefined : { sequence: publishedSequence, version: publishedVersion };
  return { ...(base ? { base } : {}), territories: publishedIn } satisfies Spread<PublishedState>;
};

/** The state that an editor reads. Changed means that it is public, with edits that are not. */
export const stateOf = (item: ItemRecord): ItemState => {
  if (item.trashedAt !== undefined) return 'trashed';
  if (item.schedules?.publish) return 'scheduled';
  const known = publicVersion(item);
  if (known === undefined) return item.firstPublishedAt === undefined ? 'draft' : 'unpublished';
  return item.version > known ? 'changed' : 'published';
};

/** One version of an item's data, never changed. */
export type Revision = {
  itemId: string;
  type: ContentType;
  version: number;
  data: Record<string, unknown>;
  by: string;
  at: string;
  /** The version that was restored. */
  restoredFrom?: number;
};

export const ACTIONS = [
  'created',
  'saved',
  'restored-revision',
  'trashed',
  'restored',
  'asked-to-publish',
  'asked-to-unpublish',
  'scheduled',
  'unscheduled',
  'previewed',
  'published',
  'unpublished',
  'publication-failed',
] as const;

/** Who did what to an item, and when. */
export type AuditEntry = {
  entryId: string;
  itemId: string;
  type: ContentType;
  action: (typeof ACTIONS)[number];
  by: string;
  at: string;
  version: number;
  correlationId: string;
  causationId: string;
  details?: Record<string, unknown>;
};

/** An item as the API shows it. */
export const shownItem = (item: ItemRecord) => ({ ...item, state: stateOf(item) });
