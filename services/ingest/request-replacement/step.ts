import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { isFilmType, isImageType, maxBytesOf, uploadKey } from '../asset.ts';
import { existing } from '../existing.ts';
import type { AssetRecord } from '../store.ts';
import { FILE, openUpload, refuseUnfit, type TicketDeps, ticketEnd } from '../ticket.ts';

export const RequestReplacementInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as GET /assets lists them'),
  ...FILE,
});
export type RequestReplacementInput = z.infer<typeof RequestReplacementInput>;

/** The file that is to take the place of another. */
export type Replacement = {
  key: string;
  fileName: string;
  declaredType: string;
  maxBytes: number;
  ticketExpiresAt: string;
};

type Deps = TicketDeps & {
  now: () => number;
  newId: () => string;
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  noteReplacement: (asset: AssetRecord, replacement: Replacement, at: string) => Promise<boolean>;
  beginAgain: (asset: AssetRecord, replacement: Replacement, at: string) => Promise<boolean>;
  deleteObject: (key: string) => Promise<void>;
};

/** How often it is tried while others change the asset. */
const MOST_TRIES = 10;

/**
 * Gives the caller what uploads another file for the same asset. What is live stays so until the new file is ready; where nothing
 * is, the asset begins again. The new file has a key of its own, so that nothing of the one before can be taken for it.
 */
export const createRequestReplacement =
  (deps: Deps) =>
  async ({ id, ...file }: RequestReplacementInput) => {
    refuseUnfit(file);
    const at = deps.now();
    const key = uploadKey(id, `${deps.newId().slice(0, 8)}-${file.fileName}`);
    const replacement = {
      key,
      fileName: file.fileName,
      declaredType: file.contentType,
      maxBytes: maxBytesOf(file.contentType, file.multipart),
      ticketExpiresAt: ticketEnd(at, file.multipart),
    };
    const { correlationId, state } = await note(deps, id, replacement, new Date(at).toISOString());
    const upload = await openUpload(deps, file, { assetId: id, correlationId, key, at });
    return { assetId: id, state, correlationId, upload };
  };

const note = async (deps: Deps, id: string, replacement: Replacement, at: string): Promise<AssetRecord> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const asset = existing(await deps.readAsset(id), id);
    const wanted = kindOf(asset.contentType ?? asset.declaredType);
    if (kindOf(replacement.declaredType) !== wanted) {
      const message = `The asset is ${wanted}, and only ${wanted} can take its place.`;
      throw new Refusal(415, 'another-kind', message, 'contentType');
    }
    const isLive = asset.manifestKey !== undefined && ['ready', 'incomplete'].includes(asset.state);
    if (isBusy(asset)) {
      const message = 'Another file is being processed for this asset; wait until it is ready or refused.';
      throw new Refusal(409, 'busy', message, 'id');
    }
    // What an earlier attempt or a failed processing left is no original of anything any more.
    const left = isLive ? asset['replacement:key'] : asset.key;
    const written = isLive ? deps.noteReplacement : deps.beginAgain;
    if (!(await written(asset, replacement, at))) continue;
    if (left) await deps.deleteObject(left);
    return { ...asset, state: isLive ? asset.state : 'uploading' };
  }
  throw new Refusal(409, 'busy', 'Others keep changing this asset; try again.');
};

const isBusy = (asset: AssetRecord): boolean =>
  [asset.state, asset['replacement:state']].some((state) => state === 'checking' || state === 'processing');

const kindOf = (contentType: string): string => {
  if (isImageType(contentType)) return 'a picture';
  return isFilmType(contentType) ? 'a film' : 'captions';
};
