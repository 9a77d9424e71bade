import { type Api, path } from './call.ts';

/** A text in one or more languages. */
export type Texts = Readonly<Record<string, string>>;

/** A time as its place's clocks tell it. */
export type LocalTime = { at: string; zone: string };

export type AssetState =
  | 'uploading'
  | 'checking'
  | 'processing'
  | 'ready'
  | 'incomplete'
  | 'refused'
  | 'failed'
  | 'removed';

export type Reason = { code: string; message: string; remedy?: string };

/** What editors say of an asset; kept as a whole, with a version. */
export type AssetDetails = {
  name: string;
  /** Segments joined by `/`; empty for the top. */
  folder: string;
  tags: readonly string[];
  alt: Texts;
  rights?: string;
  embargoUntil?: LocalTime;
  /** Whole percent from the left and from the top. */
  focalPoint: { x: number; y: number };
};

export type Asset = AssetDetails & {
  assetId: string;
  state: AssetState;
  version: number;
  fileName: string;
  declaredType: string;
  contentType?: string;
  bytes?: number;
  width?: number;
  height?: number;
  /** Seconds. */
  duration?: number;
  reason?: Reason;
  renditions: { ready: number; total: number; failed: number };
  /** Signed; the same for an hour. */
  thumbnail?: string;
  /** Another file that is to take its place, and crops that are made anew, while they are under way or where they failed. */
  replacement?: { state: AssetState; fileName: string; reason?: Reason };
  crops?: { state: AssetState; reason?: Reason };
  correlationId: string;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  trashedAt?: string;
  trashedBy?: string;
};

export type AssetRendition = {
  name: string;
  state: string;
  width?: number;
  height?: number;
  bytes?: number;
  contentType?: string;
  /** Signed; absent until it is ready. */
  url?: string;
  reason?: Reason;
};

export type AssetInFull = Omit<Asset, 'renditions'> & {
  renditions: readonly AssetRendition[];
  /** For editors. */
  original?: { url: string };
};

type Page = { assets: Asset[]; next?: string; asOf: string };

type Query = {
  trashed?: 'true';
  state?: AssetState;
  /** What changed after this moment, the trash and what was removed included. */
  changedSince?: string;
};

/** The most assets of one answer. */
const PAGE = 100;

/** States that pass by themselves. */
const PASSING: readonly AssetState[] = ['uploading', 'checking', 'processing'];

/** Whether something about an asset is under way. */
export const isUnderWay = ({ state, replacement, crops }: Pick<Asset, 'state' | 'replacement' | 'crops'>): boolean =>
  [state, replacement?.state, crops?.state].some((each) => each !== undefined && PASSING.includes(each));

export type Change = {
  folder?: string;
  addTags?: readonly string[];
  removeTags?: readonly string[];
  trash?: true;
  restore?: true;
};

export type Changed = { assetId: string; ok: boolean; version?: number; error?: { code: string; message: string } };

/** What one says of the details when they are kept: a member that is empty is left out. */
const sent = ({ name, folder, tags, alt, rights, embargoUntil, focalPoint }: AssetDetails): object => ({
  ...{ name, folder, tags, alt, focalPoint },
  ...(rights ? { rights } : {}),
  ...(embargoUntil ? { embargoUntil } : {}),
});

/** What the studio does with assets. */
export const assetsOf = (api: Api) => ({
  /** Every asset, page by page: the newest first. */
  async *pages(query: Query = {}): AsyncGenerator<Page> {
    let next: string | undefined;
    do {
      const page: Page = await api.get<Page>('/assets', { query: { ...query, limit: PAGE, next } });
      yield page;
      next = page.next;
    } while (next !== undefined);
  },
  show: (assetId: string) => api.get<AssetInFull>(path('/assets', assetId)),
  save: (assetId: string, details: AssetDetails, version: number) =>
    api.put<Asset>(path('/assets', assetId), { body: sent(details), version }),
  change: (assetIds: readonly string[], change: Change) =>
    api.post<{ results: Changed[] }>('/assets/changes', { body: { assetIds, change } }),
  trash: (assetId: string) => api.post<object>(path('/assets', assetId, 'trash')),
  restore: (assetId: string) => api.post<object>(path('/assets', assetId, 'restore')),
  /** For good. */
  remove: (assetId: string, anyway: boolean) =>
    api.delete<object>(path('/assets', assetId), { query: anyway ? { anyway: 'true' } : {} }),
  retry: (assetId: string, rendition: string) =>
    api.post<object>(path('/assets', assetId, 'renditions', rendition, 'retry')),
  fetch: (url: string, folder: string) =>
    api.post<{ assetId: string }>('/assets/fetches', { body: { url, ...(folder ? { folder } : {}) } }),
});
export type Assets = ReturnType<typeof assetsOf>;
