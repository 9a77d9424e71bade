import type { LocalTime } from './assets.ts';
import { type Api, path } from './call.ts';
import type { ContentState, Problem } from './content.ts';

export type ReleaseState =
  | 'draft'
  | 'scheduled'
  | 'releasing'
  | 'partly-released'
  | 'released'
  | 'failed'
  | 'rolling-back'
  | 'rolled-back';

export type WindowState = 'waiting' | 'releasing' | 'released' | 'failed';

/** A moment at which a release becomes public in some territories: countries of ISO 3166-1, or `*` for everywhere else. */
export type WindowDetails = LocalTime & { windowId?: string; territories: readonly string[] };

export type ReleaseWindow = LocalTime & {
  windowId: string;
  territories: readonly string[];
  /** In UTC; where it was released at once, when that was. */
  instant: string;
  state: WindowState;
  lateSeconds?: number;
  problems?: readonly Problem[];
};

/** Without a version, the newest there is when the release is scheduled. */
export type ReleaseItem = { itemId: string; version?: number };

/** What people say of a release; kept as a whole, with a version. */
export type ReleaseDetails = {
  name: string;
  items: readonly ReleaseItem[];
  assets: readonly string[];
  windows: readonly WindowDetails[];
};

export type Release = Omit<ReleaseDetails, 'windows'> & {
  releaseId: string;
  version: number;
  state: ReleaseState;
  windows: readonly ReleaseWindow[];
  createdBy: string;
  createdAt: string;
  updatedBy: string;
  updatedAt: string;
  scheduledBy?: string;
  armedVersions?: Readonly<Record<string, number>>;
  rollBack?: {
    by: string;
    at: string;
    changedSince: readonly string[];
    problems?: readonly Problem[];
  };
  correlationId: string;
};

export type Severity = 'blocking' | 'waiting' | 'advice';
export type ReadinessProblem = Problem & { severity: Severity };

/** What a release lacks, as of each of its moments. */
export type Readiness = {
  ready: boolean;
  items: readonly {
    itemId: string;
    name: string;
    type: string;
    state: ContentState;
    problems: readonly ReadinessProblem[];
  }[];
  assets: readonly {
    assetId: string;
    fileName: string;
    state: string;
    renditions?: { ready: number; total: number };
    problems: readonly ReadinessProblem[];
  }[];
  links: readonly { itemId: string; field: string; url: string; ok: boolean; checked: boolean; problem?: string }[];
  windows: readonly { windowId: string; problems: readonly ReadinessProblem[] }[];
};

export type RehearsedPage = {
  path: string;
  locale: string;
  title: string;
  /** Signed; none where the page will be gone. */
  link?: string;
  change: 'new' | 'changed' | 'same' | 'gone';
};

export type RehearsedMoment = {
  momentId: string;
  label: 'before' | 'at' | 'after';
  windowId?: string;
  instant: string;
  territory?: string;
  pages: readonly RehearsedPage[];
  problems: readonly Problem[];
};

export type Rehearsal = {
  rehearsalId: string;
  releaseId: string;
  territory?: string;
  state: 'working' | 'done' | 'failed';
  requestedBy: string;
  requestedAt: string;
  expiresAt: string;
  moments: readonly RehearsedMoment[];
};

type Page = { releases: Release[]; next?: string };

const sent = ({ name, items, assets, windows }: ReleaseDetails): object => ({
  ...{ name, items, assets },
  windows: windows.map(({ windowId, territories, at, zone }) => ({
    ...(windowId ? { windowId } : {}),
    ...{ territories, at, zone },
  })),
});

/** What the studio does with releases. */
export const releasesOf = (api: Api) => ({
  list: (next?: string) => api.get<Page>('/releases', { query: { limit: 100, next } }),
  show: (releaseId: string) => api.get<Release>(path('/releases', releaseId)),
  create: (details: Partial<ReleaseDetails> & { name: string }) => api.post<Release>('/releases', { body: details }),
  save: (releaseId: string, details: ReleaseDetails, version: number) =>
    api.put<Release>(path('/releases', releaseId), { body: sent(details), version }),
  remove: (releaseId: string) => api.delete<object>(path('/releases', releaseId)),
  readiness: (releaseId: string) => api.get<Readiness>(path('/releases', releaseId, 'readiness')),
  schedule: (releaseId: string) => api.post<Release>(path('/releases', releaseId, 'schedule')),
  callOff: (releaseId: string) => api.delete<Release>(path('/releases', releaseId, 'schedule')),
  go: (releaseId: string) => api.post<Release>(path('/releases', releaseId, 'go')),
  rollBack: (releaseId: string, anyway: boolean) =>
    api.post<Release>(path('/releases', releaseId, 'roll-back'), { body: { anyway } }),
  rehearse: (releaseId: string, territory?: string) =>
    api.post<Omit<Rehearsal, 'moments'>>(path('/releases', releaseId, 'rehearsals'), {
      body: territory ? { territory } : {},
    }),
  rehearsal: (releaseId: string, rehearsalId: string) =>
    api.get<Rehearsal>(path('/releases', releaseId, 'rehearsals', rehearsalId)),
});
export type Releases = ReturnType<typeof releasesOf>;
