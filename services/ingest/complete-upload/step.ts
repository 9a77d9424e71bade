import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { existing } from '../existing.ts';
import {
  type Completed,
  type CompletedPart,
  MOST_PARTS,
  noSuchUpload,
  type Part,
  PartNumber,
  UploadId,
  type Uploading,
  uploadingOf,
} from '../parts.ts';
import type { AssetRecord } from '../store.ts';
import { tooLarge } from '../ticket.ts';

export const CompleteUploadInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as its ticket gave it'),
  uploadId: UploadId,
  parts: z
    .array(z.strictObject({ partNumber: PartNumber, etag: z.string().min(1).max(100) }))
    .min(1, 'Name the parts, each with the ETag that it was answered with.')
    .max(MOST_PARTS),
});
export type CompleteUploadInput = z.infer<typeof CompleteUploadInput>;

type Deps = {
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  listParts: (key: string, uploadId: string) => Promise<Part[] | undefined>;
  completeParts: (key: string, uploadId: string, parts: readonly CompletedPart[]) => Promise<Completed>;
  abortParts: (key: string, uploadId: string) => Promise<void>;
  hasObject: (key: string) => Promise<boolean>;
};

/** Makes the file of its parts; from there on it is as any upload. Completing what is complete already changes nothing. */
export const createCompleteUpload =
  (deps: Deps) =>
  async ({ id, uploadId, parts }: CompleteUploadInput) => {
    const asset = existing(await deps.readAsset(id), id);
    const uploading = uploadingOf(asset);
    if (!uploading) return { assetId: id, state: asset.state };
    await refuseTooLarge(deps, uploading, uploadId);
    const sorted = [...parts].sort((one, other) => one.partNumber - other.partNumber);
    const completed = await deps.completeParts(uploading.key, uploadId, sorted);
    if (completed.outcome === 'unfit') {
      const message = `The parts do not make a whole file: ${completed.reason}`;
      throw new Refusal(409, 'parts-do-not-fit', message, 'parts');
    }
    // Somebody completed it already, unless nothing has arrived.
    if (completed.outcome === 'no-such-upload' && !(await isThere(deps, id, uploading))) throw noSuchUpload(uploadId);
    return { assetId: id, state: asset.state };
  };

const isThere = async ({ readAsset, hasObject }: Deps, id: string, { key }: Uploading): Promise<boolean> =>
  uploadingOf(existing(await readAsset(id), id))?.key !== key || (await hasObject(key));

const refuseTooLarge = async (
  { listParts, abortParts }: Deps,
  { key, maxBytes, contentType }: Uploading,
  uploadId: string,
): Promise<void> => {
  const size = ((await listParts(key, uploadId)) ?? []).reduce((sum, part) => sum + part.size, 0);
  if (size <= maxBytes) return;
  await abortParts(key, uploadId);
  throw tooLarge(size, contentType, true);
};
