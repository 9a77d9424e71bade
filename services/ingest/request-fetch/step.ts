import type { AssetFetchRequested } from '@marquee/events/schemas/asset-fetch-requested.ts';
import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { CENTRE, MAX_FILM_BYTES, uploadKey } from '../asset.ts';
import { Folder, Tags } from '../details.ts';
import { checkedUrl, fileNameOf, typeByEnding } from '../fetch-asset/address.ts';
import { NotFetchedError } from '../fetch-asset/problem.ts';
import type { NewAsset } from '../store.ts';
import { ABANDONED_AFTER_SECONDS } from '../ticket.ts';

export const RequestFetchInput = z.strictObject({
  url: z.string('expected the https address of a file').trim().min(1).max(2_000),
  folder: Folder.optional(),
  tags: Tags.optional(),
});
export type RequestFetchInput = z.infer<typeof RequestFetchInput>;

type Deps = {
  now: () => number;
  newId: () => string;
  createAsset: (asset: NewAsset) => Promise<void>;
  requestFetch: (detail: AssetFetchRequested) => Promise<void>;
};

/** Asks for a file of the internet; its asset is there at once, and what becomes of it is to be seen there. */
export const createRequestFetch =
  ({ now, newId, createAsset, requestFetch }: Deps) =>
  async ({ url: text, folder, tags }: RequestFetchInput, { name, requestId }: Pick<Caller, 'name' | 'requestId'>) => {
    const url = allowed(text);
    const fileName = fileNameOf(url);
    const [assetId, correlationId, at] = [newId(), newId(), now()];
    const occurredAt = new Date(at).toISOString();
    const expiresAt = Math.floor(at / 1000) + ABANDONED_AFTER_SECONDS;
    await createAsset({
      assetId,
      state: 'uploading',
      fileName,
      // Until the server says what it is.
      declaredType: typeByEnding(url) ?? 'application/octet-stream',
      maxBytes: MAX_FILM_BYTES,
      key: uploadKey(assetId, fileName),
      name: fileName,
      folder: folder ?? '',
      tags: tags ?? [],
      alt: {},
      focalPoint: CENTRE,
      version: 1,
      correlationId,
      createdBy: name,
      createdAt: occurredAt,
      updatedAt: occurredAt,
      ticketExpiresAt: new Date(expiresAt * 1000).toISOString(),
      expiresAt,
    });
    await requestFetch({
      metadata: { eventId: newId(), correlationId, causationId: requestId, occurredAt, version: 1 },
      data: { assetId, url: url.href },
    });
    return { assetId, correlationId, state: 'uploading' };
  };

const allowed = (text: string): URL => {
  try {
    return checkedUrl(text);
  } catch (error) {
    if (!(error instanceof NotFetchedError)) throw error;
    throw new Refusal(400, error.reason.code, `${error.message} ${error.reason.remedy}`, 'url');
  }
};
