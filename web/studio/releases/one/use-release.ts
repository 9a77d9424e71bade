import { useReleasesApi } from '../../api/use-releases.ts';
import { useWritten } from '../../app/use-written.ts';
import { detailsOf } from '../model/standing.ts';
import { usePutRelease, useReleaseQuery } from '../use-releases.ts';

/** A release as it is being written. */
export const useRelease = (releaseId: string) => {
  const api = useReleasesApi();
  const put = usePutRelease();
  const query = useReleaseQuery(releaseId);
  const written = useWritten({
    kept: query.data,
    detailsOf,
    async save(details, version) {
      const kept = await api.save(releaseId, details, version);
      put(kept);
      return kept;
    },
    show: () => api.show(releaseId),
    onTheirs: put,
  });
  return { ...query, release: query.data, ...written, put };
};

export type UsedRelease = ReturnType<typeof useRelease>;
