import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { quarantineKey } from '../asset.ts';
import type { AssetRecord } from '../store.ts';

export const RemoveOriginalInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as GET /assets lists them'),
});
export type RemoveOriginalInput = z.infer<typeof RemoveOriginalInput>;

type Deps = {
  now: () => number;
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  deleteObject: (key: string) => Promise<void>;
  markRemoved: (asset: AssetRecord, at: string) => Promise<boolean>;
};

/** States in which the uploads bucket holds no original whose deletion S3 would report. */
const WITHOUT_ORIGINAL = ['uploading', 'refused'];

/**
 * Deletes the original of an asset; S3's report of that removes the renditions and marks the asset removed. An asset
 * without an original is marked at once. Removing what is removed already changes nothing.
 */
export const createRemoveOriginal =
  ({ now, readAsset, deleteObject, markRemoved }: Deps) =>
  async ({ id }: RemoveOriginalInput) => {
    const asset = await readAsset(id);
    if (!asset) throw new Refusal(404, 'no-such-asset', `There is no asset ${id}.`, 'id');
    if (asset.state === 'removed') return { assetId: id, state: 'removed' };
    await deleteObject(asset.key);
    if (WITHOUT_ORIGINAL.includes(asset.state)) {
      await deleteObject(quarantineKey(asset.key));
      if (await markRemoved(asset, new Date(now()).toISOString())) return { assetId: id, state: 'removed' };
    }
    return { assetId: id, state: 'removing' };
  };
