import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useSession } from '../app/session.tsx';
import { readSystem } from './read-system.ts';
import type { System } from './system.ts';

/** Every screen names things by this; it is read again after a minute, because stages are deployed while they are watched. */
export const useSystem = (): UseQueryResult<System> => {
  const session = useSession();
  return useQuery({
    queryKey: ['system', session.stage],
    queryFn: ({ signal }) => readSystem(session, signal),
    staleTime: 60_000,
  });
};
