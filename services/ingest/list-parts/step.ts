import * as z from 'zod';
import { existing } from '../existing.ts';
import { noSuchUpload, type Part, requireUploading, UploadId } from '../parts.ts';
import type { AssetRecord } from '../store.ts';

export const ListPartsInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as its ticket gave it'),
  uploadId: UploadId,
});
export type ListPartsInput = z.infer<typeof ListPartsInput>;

type Deps = {
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  listParts: (key: string, uploadId: string) => Promise<Part[] | undefined>;
};

/** The parts that have arrived, so that whoever was interrupted sends only the others. */
export const createListParts =
  ({ readAsset, listParts }: Deps) =>
  async ({ id, uploadId }: ListPartsInput) => {
    const { key } = requireUploading(existing(await readAsset(id), id));
    const parts = await listParts(key, uploadId);
    if (!parts) throw noSuchUpload(uploadId);
    return { parts };
  };
