import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type Asset, type Assets, assetsOf, isUnderWay } from '../api/assets.ts';
import { useApi } from '../app/session.tsx';

/** What is known of the library: its assets by id, and the moment from which on changes are not in it. */
type Known = { assets: ReadonlyMap<string, Asset>; asOf: string; whole: boolean };

const KEY = ['assets'] as const;

/** Milliseconds between looks: while something is under way, and otherwise. */
const [SOON, LATER] = [1_000, 10_000];

const merged = (known: ReadonlyMap<string, Asset>, changed: readonly Asset[]): ReadonlyMap<string, Asset> => {
  if (changed.length === 0) return known;
  const next = new Map(known);
  for (const asset of changed) {
    if (asset.trashedAt || asset.state === 'removed') next.delete(asset.assetId);
    else next.set(asset.assetId, asset);
  }
  return next;
};

/** Reads all, and shows each page as it comes. What changes meanwhile is among the changes since it began. */
const readAll = async (queries: QueryClient, assets: Assets): Promise<Known> => {
  let known: Known = { assets: new Map(), asOf: '', whole: false };
  for await (const page of assets.pages()) {
    known = { ...known, assets: merged(known.assets, page.assets), asOf: known.asOf || page.asOf };
    queries.setQueryData(KEY, known);
  }
  return { ...known, whole: true };
};

/** Reads what changed, and how far those are that renditions are made of: that is no change by itself. */
const readChanges = async (before: Known, assets: Assets): Promise<Known> => {
  let known = before;
  let asOf = '';
  for await (const page of assets.pages({ changedSince: before.asOf })) {
    known = { ...known, assets: merged(known.assets, page.assets) };
    asOf ||= page.asOf;
  }
  if ([...known.assets.values()].some(({ state }) => state === 'processing')) {
    for await (const page of assets.pages({ state: 'processing' })) {
      known = { ...known, assets: merged(known.assets, page.assets) };
    }
  }
  return { ...known, asOf: asOf || before.asOf };
};

const read = (queries: QueryClient, assets: Assets): Promise<Known> => {
  const known = queries.getQueryData<Known>(KEY);
  return known?.whole ? readChanges(known, assets) : readAll(queries, assets);
};

/** The library, live: the newest asset first. */
export const useAssets = () => {
  const queries = useQueryClient();
  const api = useApi();
  const assets = useMemo(() => assetsOf(api), [api]);
  const query = useQuery({
    queryKey: KEY,
    queryFn: () => read(queries, assets),
    refetchInterval: ({ state: { data } }) => (data && [...data.assets.values()].some(isUnderWay) ? SOON : LATER),
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
