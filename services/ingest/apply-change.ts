import { Refusal } from '../shared/refusal.ts';
import { type AssetChange, type Patch, patchOf } from './change.ts';
import { versionOf } from './details.ts';
import { existing } from './existing.ts';
import type { AssetRecord } from './store.ts';

export type ChangeDeps = {
  now: () => number;
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  /** False where somebody changed the asset in between. */
  writePatch: (asset: AssetRecord, patch: Patch, by: { name: string; at: string }) => Promise<boolean>;
};

/** How often one asset is tried while others change it: each try lets at least one of them through. */
const MOST_TRIES = 10;

/** Changes one asset, whatever others do to it at the same moment; what is so already stays as it is. Answers the version after. */
export const applyChange = async (
  { now, readAsset, writePatch }: ChangeDeps,
  assetId: string,
  change: AssetChange,
  name: string,
): Promise<AssetRecord & { version: number }> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const asset = existing(await readAsset(assetId), assetId);
    const by = { name, at: new Date(now()).toISOString() };
    const patch = patchOf(asset, change, by);
    if (!patch) return { ...asset, version: versionOf(asset) };
    if (await writePatch(asset, patch, by)) {
      const { trashedAt, trashedBy, ...others } = patch;
      const trashed =
        trashedAt === undefined ? {} : { trashedAt: trashedAt ?? undefined, trashedBy: trashedBy ?? undefined };
      return { ...asset, ...others, ...trashed, version: versionOf(asset) + 1 };
    }
  }
  throw new Refusal(409, 'busy', 'Others keep changing this asset; try again.');
};
