import type { Problem } from './item.ts';
import type { Scope } from './territories.ts';

/**
 * `release` changes what is public in territories of its own: some items become public and others are withdrawn. `refresh` makes
 * pages again whose assets have changed or whose moment has come, `rebuild` every page.
 */
export type PublicationKind = 'publish' | 'unpublish' | 'release' | 'refresh' | 'rebuild';

/** One item of a publication: what of it becomes public. In a release it can stand several times, for a scope each. */
export type PublicationItem = {
  itemId: string;
  version: number;
  sequence: number;
  /** Where, in a release; elsewhere all of it is everywhere. */
  scope?: Scope;
  /** Whether a release takes it back. */
  withdraw?: true;
};

/** A request to change what is public; all of its items change in one step, or none. */
export type Publication = {
  publicationId: string;
  kind: PublicationKind;
  items: PublicationItem[];
  /** Of a refresh. */
  assetId?: string;
  /** Of a release: which of its windows, or none where it is put back. */
  release?: { releaseId: string; windowId?: string };
  state: 'waiting' | 'live' | 'failed';
  problems?: Problem[];
  /** The version of the site that shows it. */
  siteVersion?: number;
  /** Key of the version that was live before. */
  siteBefore?: string;
  requestedBy: string;
  requestedAt: string;
  correlationId: string;
  causationId: string;
  /** Where it was scheduled: for when, and by how many seconds it was begun too late. */
  due?: { instant: string; lateSeconds: number };
};

/** The most items that change together: each is two writes of a transaction that takes 100. */
export const MOST_ITEMS = 45;

type Upkeep = Pick<Publication, 'publicationId' | 'assetId' | 'requestedBy' | 'correlationId' | 'causationId'> & {
  kind: 'refresh' | 'rebuild';
  /** Milliseconds since the epoch. */
  now: number;
};

/** A request to make pages again of which no item has changed. */
export const upkeep = ({ now, ...request }: Upkeep): Publication => ({
  ...request,
  items: [],
  state: 'waiting',
  requestedAt: new Date(now).toISOString(),
});
