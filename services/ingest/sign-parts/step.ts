import * as z from 'zod';
import { existing } from '../existing.ts';
import { PartNumber, requireUploading, UploadId } from '../parts.ts';
import type { AssetRecord } from '../store.ts';

export const SignPartsInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as its ticket gave it'),
  uploadId: UploadId,
  partNumbers: z.array(PartNumber).min(1, 'Name at least one part.').max(100, 'expected at most 100 parts at once'),
});
export type SignPartsInput = z.infer<typeof SignPartsInput>;

type Deps = {
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  signPart: (key: string, uploadId: string, partNumber: number, expiresInSeconds: number) => Promise<string>;
};

/** How long an address takes its part, in seconds. */
const LIFETIME = 60 * 60;

/** Gives an address for each part, good for an hour and for this part of this upload alone. */
export const createSignParts =
  ({ readAsset, signPart }: Deps) =>
  async ({ id, uploadId, partNumbers }: SignPartsInput) => {
    const { key } = requireUploading(existing(await readAsset(id), id));
    const parts = [...new Set(partNumbers)].map(async (partNumber) => {
      return { partNumber, url: await signPart(key, uploadId, partNumber, LIFETIME) };
    });
    return { parts: await Promise.all(parts) };
  };
