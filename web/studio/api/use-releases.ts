import { useMemo } from 'react';
import { useApi } from '../app/session.tsx';
import { type Releases, releasesOf } from './releases.ts';

/** Releases, as whoever is signed in. */
export const useReleasesApi = (): Releases => {
  const api = useApi();
  return useMemo(() => releasesOf(api), [api]);
};
