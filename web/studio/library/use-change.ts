import { useMemo } from 'react';
import { type Asset, assetsOf, type Change } from '../api/assets.ts';
import { useApi } from '../app/session.tsx';
import { useUndo } from '../app/undo.tsx';
import { useLookAgain, usePutAssets } from './use-assets.ts';
import { useLibraryWords } from './words.ts';

/** What a change makes of an asset, before the API has said so. */
const changed = (asset: Asset, { folder, addTags = [], removeTags = [], trash, restore }: Change): Asset => ({
  ...asset,
  folder: folder ?? asset.folder,
  tags: [...new Set([...asset.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)),
  trashedAt: trash ? new Date().toISOString() : restore ? undefined : asset.trashedAt,
});

/** What takes a change back, of one asset; several assets may need several. */
const opposite = (asset: Asset, change: Change): Change => ({
  ...(change.folder === undefined ? {} : { folder: asset.folder }),
  ...(change.addTags ? { removeTags: change.addTags.filter((tag) => !asset.tags.includes(tag)) } : {}),
  ...(change.removeTags ? { addTags: change.removeTags.filter((tag) => asset.tags.includes(tag)) } : {}),
  ...(change.trash ? { restore: true as const } : {}),
});

const isEmpty = ({ addTags, removeTags, folder, restore }: Change): boolean =>
  folder === undefined && restore === undefined && !addTags?.length && !removeTags?.length;

/** The most assets of one call. */
const AT_ONCE = 100;

const inSlices = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );

/** Changes assets at once on the screen, then for good; what the API refuses is put back and said, what it took can be taken back. */
export const useChange = () => {
  const api = useApi();
  const words = useLibraryWords();
  const put = usePutAssets();
  const look = useLookAgain();
  const offer = useUndo();
  const assets = useMemo(() => assetsOf(api), [api]);

  const send = async (ids: readonly string[], change: Change): Promise<{ failed: string[]; why: string }> => {
    const results = (await Promise.all(inSlices(ids).map((slice) => assets.change(slice, change)))).flatMap(
      (answer) => answer.results,
    );
    const failed = results.filter(({ ok }) => !ok);
    return { failed: failed.map(({ assetId }) => assetId), why: failed[0]?.error?.message ?? '' };
  };

  const takeBack = async (before: readonly Asset[], change: Change): Promise<void> => {
    const groups = Map.groupBy(before, (asset) => JSON.stringify(opposite(asset, change)));
    put(before);
    for (const [text, group] of groups) {
      const back = JSON.parse(text) as Change;
      if (!isEmpty(back)) {
        await send(
          group.map(({ assetId }) => assetId),
          back,
        );
      }
    }
    look();
  };

  return async (before: readonly Asset[], change: Change, said: string): Promise<void> => {
    put(before.map((asset) => changed(asset, change)));
    try {
      const { failed, why } = await send(
        before.map(({ assetId }) => assetId),
        change,
      );
      const done = before.filter(({ assetId }) => !failed.includes(assetId));
      if (failed.length > 0) put(before.filter(({ assetId }) => failed.includes(assetId)));
      offer({
        said: failed.length > 0 ? words.someFailed(failed.length, why) : said,
        undo: () => takeBack(done, change),
      });
    } catch (error) {
      put(before);
      throw error;
    } finally {
      look();
    }
  };
};
