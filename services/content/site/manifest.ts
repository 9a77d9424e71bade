import type { Embargo } from '../embargo.ts';
import type { ContentType } from '../model/item.ts';
import type { AssetReference } from '../model/reference.ts';
import type { Locale, Localised } from '../model/text.ts';
import type { Territory } from '../territories.ts';

/** What of an item is public. */
export type LiveItem = {
  type: ContentType;
  version: number;
  sequence: number;
  about?: string;
  names: Localised;
  /** The key art of a title, from which its pages take their colours. */
  art?: AssetReference;
  slugs: Readonly<Record<Locale, string>>;
  /** What it refers to of the library, shown or not yet: an episode that opens later, a file that stands in for another. */
  assets?: readonly string[];
  /** Where it stands among others: lower first, then the date. */
  order: number;
  /** The date it carries, in UTC. */
  dated: string;
  /** First publication, and the last one that changed it, in UTC. */
  published: string;
  modified: string;
};

/** What of an item is public in a territory; without a version, nothing. */
export type TerritorialItem = LiveItem | { sequence: number; version?: undefined };

/** An asset as public pages show it, or will. */
export type LiveAsset = {
  manifestKey: string;
  contentId: string;
  updatedAt: string;
  /** What holds it back: as long as one does, no page shows it. */
  embargoes?: readonly Embargo[];
};

/** A page, or a file that goes with one, and what it was made of. */
export type LivePage = {
  /** Immutable: it follows from the content. */
  key: string;
  locale: Locale;
  /** `title`, `news-index` and so on. */
  kind: string;
  itemId?: string;
  /** What it shows, each with the state it was in: a page is out of date where one of them has another state. */
  shows: Readonly<Record<string, string>>;
  /** Files of the page's own, such as a calendar, by path. */
  files: Readonly<Record<string, string>>;
  modified: string;
};

/** How the site is different for those in some territories; `null` is what they have not. */
export type Edition = {
  territories: readonly Territory[];
  locales: readonly Locale[];
  pages: Readonly<Record<string, LivePage | null>>;
  files: Readonly<Record<string, string | null>>;
  redirects: Readonly<Record<string, string | null>>;
  gone: Readonly<Record<string, true | null>>;
  /** By language: what is known of the pages above alone. */
  documents: Readonly<Record<Locale, string>>;
  knowledge: Readonly<Record<Locale, string>>;
};

/** All of the public site at one version. */
export type SiteManifest = {
  version: number;
  /** A moment, in UTC, that had come by what was published for it: the clocks of two machines differ, and time does not go back. */
  asOf?: string;
  /** The languages of the site, the default one first. */
  locales: readonly Locale[];
  items: Record<string, LiveItem>;
  /** Items that were taken back, with the sequence that did it: an earlier publication cannot bring them back. */
  withdrawn: Record<string, number>;
  assets: Record<string, LiveAsset>;
  pages: Record<string, LivePage>;
  /** Files that belong to no page, such as the sitemap, by path. */
  files: Record<string, string>;
  /** Addresses that pages had before, with where they are now. */
  redirects: Record<string, string>;
  /** Addresses of pages that are no more. */
  gone: Record<string, true>;
  /** By language: what search and the chatbot know of each page. */
  documents: Record<Locale, string>;
  knowledge: Record<Locale, string>;
  /** Of the site as some territories see it: which. */
  seenIn?: readonly Territory[];
  /** What of items is something else in a territory than elsewhere, by territory and item. */
  overlays?: Record<Territory, Record<string, TerritorialItem>>;
  /** By a short name. Territories that see the same have one together. */
  editions?: Record<string, Edition>;
};

export const emptyManifest = (): SiteManifest => ({
  version: 0,
  locales: [],
  items: {},
  withdrawn: {},
  assets: {},
  pages: {},
  files: {},
  redirects: {},
  gone: {},
  documents: {},
  knowledge: {},
});
