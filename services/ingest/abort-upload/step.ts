import * as z from 'zod';
import { existing } from '../existing.ts';
import { requireUploading, UploadId } from '../parts.ts';
import type { AssetRecord } from '../store.ts';

export const AbortUploadInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as its ticket gave it'),
  uploadId: UploadId,
});
export type AbortUploadInput = z.infer<typeof AbortUploadInput>;

type Deps = {
  now: () => number;
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  abortParts: (key: string, uploadId: string) => Promise<void>;
  markRemoved: (asset: AssetRecord, at: string) => Promise<boolean>;
  /** Forgets what was to take the place of the original. */
  dropReplacement: (asset: AssetRecord, at: string) => Promise<void>;
};

/** Ends an upload in parts, and the asset with it; one that was to take the place of another leaves the other as it is. */
export const createAbortUpload =
  ({ now, readAsset, abortParts, markRemoved, dropReplacement }: Deps) =>
  async ({ id, uploadId }: AbortUploadInput) => {
    const asset = await readAsset(id);
    if (asset?.state === 'removed') return { assetId: id, state: 'removed' };
    const found = existing(asset, id);
    const { key, isReplacement } = requireUploading(found);
    await abortParts(key, uploadId);
    const at = new Date(now()).toISOString();
    if (isReplacement) await dropReplacement(found, at);
    else await markRemoved(found, at);
    return { assetId: id, state: isReplacement ? found.state : 'removed' };
  };
