import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type Asset, type Assets, assetsOf } from '../api/assets.ts';
import { useApi } from '../app/session.tsx';

/** What is known of the library: its assets by id, and until when changes are in it. */
type Known = { assets: ReadonlyMap<string, Asset>; seenUntil: string; whole: boolean };

const KEY = ['assets'] as const;

/** States that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set(['uploading', 'checking', 'processing']);

const isPassing = ({ state, replacement }: Asset): boolean =>
  PASSING.has(state) || (replacement !== undefined && PASSING.has(replacement.state));

/** Milliseconds between looks: while something is under way, and otherwise. */
const [SOON, LATER] = [1_000, 10_000];

/** Clocks of the API's functions differ a little: so far back is looked for changes that came late, in milliseconds. */
const OVERLAP = 5_000;

const merged = (known: ReadonlyMap<string, Asset>, changed: readonly Asset[]): ReadonlyMap<string, Asset> => {
  if (changed.length === 0) return known;
  const next = new Map(known);
  for (const asset of changed) {
    if (asset.trashedAt || asset.state === 'removed') next.delete(asset.assetId);
    else next.set(asset.assetId, asset);
  }
  return next;
};

const latest = (assets: Iterable<Asset>, floor: string): string => {
  let last = floor;
  for (const { updatedAt } of assets) if (updatedAt > last) last = updatedAt;
  return last;
};

const sinceOf = (seenUntil: string): string => new Date(Date.parse(seenUntil) - OVERLAP).toISOString();

/** Reads all at first, showing each page as it comes; then only what changed. */
const read = async (queries: QueryClient, assets: Assets): Promise<Known> => {
  let known = queries.getQueryData<Known>(KEY);
  const again = known?.whole === true;
  const since = again && known ? sinceOf(known.seenUntil) : undefined;
  const began: Known =
    known && again ? known : { assets: new Map(), seenUntil: '1970-01-01T00:00:10.000Z', whole: false };
  known = began;
  for await (const page of assets.pages(since === undefined ? {} : { changedSince: since })) {
    known = { ...known, assets: merged(known.assets, page), seenUntil: latest(page, known.seenUntil) };
    if (!again) queries.setQueryData(KEY, known);
  }
  return { ...known, whole: true };
};

/** The library, live: the newest asset first. */
export const useAssets = () => {
  const queries = useQueryClient();
  const api = useApi();
  const assets = useMemo(() => assetsOf(api), [api]);
  const query = useQuery({
    queryKey: KEY,
    queryFn: () => read(queries, assets),
    refetchInterval: ({ state: { data } }) => (data && [...data.assets.values()].some(isPassing) ? SOON : LATER),
  });
  const list = useMemo(() => {
    const all = [...(query.data?.assets.values() ?? [])];
    return all.sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  }, [query.data]);
  return { ...query, assets: list, isWhole: query.data?.whole === true };
};

/** Puts what is known of assets in place at once: what was just done shows before the next look. */
export const usePutAssets = (): ((changed: readonly Asset[]) => void) => {
  const queries = useQueryClient();
  return useCallback(
    (changed) =>
      queries.setQueryData<Known>(KEY, (known) => known && { ...known, assets: merged(known.assets, changed) }),
    [queries],
  );
};

/** Looks again now. */
export const useLookAgain = (): (() => void) => {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: KEY }), [queries]);
};
