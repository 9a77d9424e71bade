import { useAddress } from '@marquee/ui/app/use-address.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useReleasesApi } from '../../api/use-releases.ts';

/** Milliseconds between looks while the site is being made. */
const PACE = 700;

/** A rehearsal of a release: asked for, waited for, and kept in the address. */
export const useRehearsal = (releaseId: string) => {
  const api = useReleasesApi();
  const [params, set] = useAddress();
  const rehearsalId = params.get('rehearsal') ?? undefined;
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Error>();
  const query = useQuery({
    queryKey: ['rehearsal', releaseId, rehearsalId],
    queryFn: () => api.rehearsal(releaseId, rehearsalId ?? ''),
    enabled: rehearsalId !== undefined,
    refetchInterval: ({ state: { data } }) => (data?.state === 'working' ? PACE : false),
  });
  const begin = async (territory: string | undefined): Promise<void> => {
    setAsking(true);
    setRefused(undefined);
    try {
      const { rehearsalId: next } = await api.rehearse(releaseId, territory);
      set({ rehearsal: next, moment: undefined });
    } catch (error) {
      setRefused(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setAsking(false);
    }
  };
  const rehearsal = query.data;
  const isWorking = isAsking || (rehearsalId !== undefined && (query.isPending || rehearsal?.state === 'working'));
  return { rehearsal, begin, isWorking: isWorking && !query.error, error: refused ?? query.error, params, set };
};
