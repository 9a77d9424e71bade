import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { quarantineKey } from '../asset.ts';
import type { AssetRecord } from '../store.ts';

export const RemoveOriginalInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as GET /assets lists them'),
  /** Whether it goes although items refer to it. */
  anyway: z.stringbool('expected true or false').default(false),
});
export type RemoveOriginalInput = z.infer<typeof RemoveOriginalInput>;

/** An item that refers to an asset. */
export type Use = { itemId: string; type: string; names: Readonly<Record<string, string>>; public: boolean };

type Deps = {
  now: () => number;
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  readUses: (assetId: string) => Promise<Use[]>;
  deleteObject: (key: string) => Promise<void>;
  markRemoved: (asset: AssetRecord, at: string) => Promise<boolean>;
};

/** States in which the uploads bucket holds no original whose deletion S3 would report. */
const WITHOUT_ORIGINAL = ['uploading', 'refused'];

/**
 * Deletes the original of an asset; S3's report of that removes the renditions and marks the asset removed. An asset
 * without an original is marked at once. Removing what is removed already changes nothing. What items refer to is kept, unless the
 * caller has seen that and wants it anyway.
 */
export const createRemoveOriginal =
  ({ now, readAsset, readUses, deleteObject, markRemoved }: Deps) =>
  async ({ id, anyway }: RemoveOriginalInput) => {
    const asset = await readAsset(id);
    if (!asset) throw new Refusal(404, 'no-such-asset', `There is no asset ${id}.`, 'id');
    if (asset.state === 'removed') return { assetId: id, state: 'removed' };
    if (!anyway) refuseUsed(asset, await readUses(id));
    const replacement = asset['replacement:key'];
    if (replacement) await deleteObject(replacement);
    await deleteObject(asset.key);
    if (WITHOUT_ORIGINAL.includes(asset.state)) {
      await deleteObject(quarantineKey(asset.key));
      if (await markRemoved(asset, new Date(now()).toISOString())) return { assetId: id, state: 'removed' };
    }
    return { assetId: id, state: 'removing' };
  };

const refuseUsed = ({ name, fileName }: AssetRecord, uses: readonly Use[]): void => {
  if (uses.length === 0) return;
  const what = uses.length === 1 ? '1 item refers' : `${uses.length} items refer`;
  const message = `${what} to ${name ?? fileName}. Take it out of them first, put it into the trash, or remove it anyway.`;
  throw new Refusal(409, 'in-use', message, 'id', { uses });
};
