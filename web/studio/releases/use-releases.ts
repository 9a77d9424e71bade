import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Release } from '../api/releases.ts';
import { useReleasesApi } from '../api/use-releases.ts';
import { useMay } from '../app/session.tsx';
import { isBusy, nextWindow } from './model/standing.ts';

/** Milliseconds between looks: while something is being released, shortly before a moment, and otherwise. */
const [SOON, NEAR, LATER] = [1_000, 2_000, 10_000];

/** How long before a moment it is looked at more often, in milliseconds. */
const SHORTLY = 60_000;

/** Milliseconds until a release is looked at again. */
const paceOf = (release: Release): number => {
  if (isBusy(release)) return SOON;
  const next = nextWindow(release);
  const isNear = release.scheduledBy !== undefined && next && Date.parse(next.instant) - Date.now() < SHORTLY;
  return isNear ? NEAR : LATER;
};

/** The releases, live. */
export const useReleases = () => {
  const releases = useReleasesApi();
  const query = useInfiniteQuery({
    queryKey: ['releases'],
    queryFn: ({ pageParam }) => releases.list(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) =>
      Math.min(LATER, ...(data?.pages.flatMap((page) => page.releases) ?? []).map(paceOf)),
  });
  return { ...query, releases: query.data?.pages.flatMap((page) => page.releases) };
};

export const releaseKey = (releaseId: string): readonly string[] => ['release', releaseId];

/** One release, live. */
export const useReleaseQuery = (releaseId: string) => {
  const releases = useReleasesApi();
  return useQuery({
    queryKey: releaseKey(releaseId),
    queryFn: () => releases.show(releaseId),
    refetchInterval: ({ state: { data } }) => (data ? paceOf(data) : LATER),
  });
};

/** What a release lacks; asked again every `every` milliseconds, and when the release changes. */
export const useReadiness = (release: Pick<Release, 'releaseId' | 'version' | 'state'>, every: number) => {
  const releases = useReleasesApi();
  const may = useMay('planReleases');
  const { releaseId, version, state } = release;
  return useQuery({
    queryKey: ['readiness', releaseId, version, state],
    queryFn: () => releases.readiness(releaseId),
    placeholderData: (before) => before,
    enabled: may,
    refetchInterval: every,
  });
};

/** Puts a release as it was answered in place, and has lists looked at again. */
export const usePutRelease = (): ((release: Release) => void) => {
  const queries = useQueryClient();
  return useCallback(
    (release) => {
      queries.setQueryData(releaseKey(release.releaseId), release);
      void queries.invalidateQueries({ queryKey: ['releases'] });
    },
    [queries],
  );
};
