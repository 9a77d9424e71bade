import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

/** The part of the address behind `?`; what is set there can be shared, and Back leads to what was before. */
export const useAddress = (): [URLSearchParams, (values: Readonly<Record<string, string | undefined>>) => void] => {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const set = useCallback(
    (values: Readonly<Record<string, string | undefined>>) => {
      const next = new URLSearchParams(location.search);
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      navigate(next.size === 0 ? path : `${path}?${next}`);
    },
    [path, navigate],
  );
  return [params, set];
};
