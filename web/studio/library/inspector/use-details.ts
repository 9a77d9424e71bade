import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type AssetDetails, type AssetInFull, assetsOf, isUnderWay } from '../../api/assets.ts';
import { useApi } from '../../app/session.tsx';
import { useWritten } from '../../app/use-written.ts';
import { useLookAgain } from '../use-assets.ts';

/** Milliseconds between looks while renditions are made, and otherwise. */
const [SOON, LATER] = [1_000, 15_000];

const detailsOf = ({ name, folder, tags, alt, rights, embargoUntil, focalPoint }: AssetDetails): AssetDetails => ({
  ...{ name, folder, tags, alt, rights, embargoUntil, focalPoint },
});

/** An asset and its details as they are being written. */
export const useDetails = (assetId: string) => {
  const api = useApi();
  const queries = useQueryClient();
  const look = useLookAgain();
  const assets = useMemo(() => assetsOf(api), [api]);
  const key = ['asset', assetId];
  const lookAtOne = (): void => void queries.invalidateQueries({ queryKey: key });
  const query = useQuery({
    queryKey: key,
    queryFn: () => assets.show(assetId),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? SOON : LATER),
  });
  const written = useWritten<AssetInFull, AssetDetails>({
    kept: query.data,
    detailsOf,
    async save(details, before) {
      const { version } = await assets.save(assetId, details, before);
      queries.setQueryData<AssetInFull>(key, (known) => known && { ...known, ...detailsOf(details), version });
      look();
      lookAtOne();
      return { version };
    },
    show: () => assets.show(assetId),
    onTheirs: (theirs) => queries.setQueryData(key, theirs),
  });
  return {
    ...query,
    asset: query.data,
    ...written,
    retry: (rendition: string): Promise<unknown> => assets.retry(assetId, rendition).finally(lookAtOne),
  };
};
