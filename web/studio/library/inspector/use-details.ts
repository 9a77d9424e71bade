import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type AssetDetails, type AssetInFull, assetsOf, isUnderWay } from '../../api/assets.ts';
import { ApiError } from '../../api/call.ts';
import { useApi } from '../../app/session.tsx';
import { useLookAgain } from '../use-assets.ts';

/** Milliseconds after the last stroke at which it is kept. */
const PAUSE = 700;

/** Milliseconds between looks while renditions are made, and otherwise. */
const [SOON, LATER] = [1_000, 15_000];

const detailsOf = ({ name, folder, tags, alt, rights, embargoUntil, focalPoint }: AssetDetails): AssetDetails => ({
  ...{ name, folder, tags, alt, rights, embargoUntil, focalPoint },
});

export type Saving = 'saved' | 'saving' | { failed: string } | { theirs: AssetInFull; by: string };

const same = (one: AssetDetails, other: AssetDetails): boolean =>
  JSON.stringify(detailsOf(one)) === JSON.stringify(detailsOf(other));

/** An asset's details as they are being written: kept by themselves, never over what somebody else kept meanwhile. */
export const useDetails = (assetId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  const look = useLookAgain();
  const assets = useMemo(() => assetsOf(api), [api]);
  const key = useMemo(() => ['asset', assetId], [assetId]);
  const query = useQuery({
    queryKey: key,
    queryFn: () => assets.show(assetId),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? SOON : LATER),
  });
  const [draft, setDraft] = useState<AssetDetails>();
  const [saving, setSaving] = useState<Saving>('saved');
  const asset = query.data;
  const version = useRef(0);
  const latest = useRef(draft);
  latest.current = draft;
  const underWay = useRef<Promise<void>>(undefined);

  // What others keep is shown until one writes oneself.
  useEffect(() => {
    if (asset && latest.current === undefined) version.current = asset.version;
  }, [asset]);

  const save = useCallback(
    async (details: AssetDetails): Promise<void> => {
      setSaving('saving');
      try {
        const kept = await assets.save(assetId, details, version.current);
        version.current = kept.version;
        queries.setQueryData<AssetInFull>(
          key,
          (known) => known && { ...known, ...detailsOf(details), ...{ version: kept.version } },
        );
        if (latest.current && same(latest.current, details)) {
          setDraft(undefined);
          setSaving('saved');
        }
        look();
        void queries.invalidateQueries({ queryKey: key });
      } catch (error) {
        if (error instanceof ApiError && error.status === 412) {
          const { by = '?' } = (error.details.current ?? {}) as { by?: string };
          setSaving({ theirs: await assets.show(assetId), by });
        } else setSaving({ failed: error instanceof Error ? error.message : String(error) });
      }
    },
    [assets, assetId, queries, key, look],
  );

  useEffect(() => {
    if (draft === undefined || typeof saving === 'object') return;
    const timer = setTimeout(() => {
      // One after the other: each says which version it changes.
      underWay.current = (underWay.current ?? Promise.resolve()).then(() => latest.current && save(latest.current));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [draft, save, saving]);

  return {
    ...query,
    asset,
    details: draft ?? (asset && detailsOf(asset)),
    saving: draft !== undefined && saving === 'saved' ? ('saving' as const) : saving,
    write: useCallback(
      (change: Partial<AssetDetails>): void => {
        setSaving((before) => (typeof before === 'object' && 'theirs' in before ? before : 'saved'));
        setDraft((before) => {
          const base = before ?? latestOf(queries.getQueryData<AssetInFull>(key));
          return base && { ...base, ...change };
        });
      },
      [queries, key],
    ),
    /** After a conflict: what was written here is kept over theirs. */
    keepMine(theirs: AssetInFull): void {
      version.current = theirs.version;
      setSaving('saved');
      if (draft) void save(draft);
    },
    takeTheirs(theirs: AssetInFull): void {
      version.current = theirs.version;
      queries.setQueryData(key, theirs);
      setDraft(undefined);
      setSaving('saved');
    },
    again: (): void => void (draft && save(draft)),
    retry: (rendition: string): Promise<unknown> =>
      assets.retry(assetId, rendition).finally(() => void queries.invalidateQueries({ queryKey: key })),
  };
};

const latestOf = (asset: AssetInFull | undefined): AssetDetails | undefined => asset && detailsOf(asset);
