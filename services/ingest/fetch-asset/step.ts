import { AssetFetchRequested } from '@marquee/events/schemas/asset-fetch-requested.ts';
import * as z from 'zod';
import { isTakenType, maxBytesOf, type RefusalReason, TAKEN_TYPES_IN_WORDS } from '../asset.ts';
import type { AssetRecord } from '../store.ts';
import { fileNameOf, typeByEnding } from './address.ts';
import type { Downloaded } from './download.ts';
import { NotFetchedError, tooManyBytes } from './problem.ts';

export const FetchRequest = z.object({ detail: AssetFetchRequested.tolerant });
export type FetchRequest = z.infer<typeof FetchRequest>;

type Deps = {
  now: () => number;
  readAsset: (assetId: string) => Promise<AssetRecord | undefined>;
  download: (url: string) => Promise<Downloaded>;
  /** False where the asset waits for no file any more. */
  declare: (assetId: string, file: { fileName: string; declaredType: string }, at: string) => Promise<boolean>;
  /** Nothing is stored where reading the body fails. */
  store: (key: string, body: AsyncIterable<Uint8Array>, contentType: string) => Promise<void>;
  markRefused: (assetId: string, reason: RefusalReason, at: string) => Promise<void>;
};

/**
 * Fetches a file to where an upload would have come, so that all that follows is as after an upload; or says at the asset why it
 * cannot be fetched. What has arrived already is not fetched again.
 */
export const createFetchAsset =
  ({ now, readAsset, download, declare, store, markRefused }: Deps) =>
  async ({ detail: { data } }: FetchRequest): Promise<void> => {
    const { assetId, url } = data;
    const asset = await readAsset(assetId);
    if (asset?.state !== 'uploading') return;
    const at = (): string => new Date(now()).toISOString();
    try {
      const found = await download(url);
      const declaredType = typeOf(found);
      if (!(await declare(assetId, { fileName: fileNameOf(found.url), declaredType }, at()))) return;
      await store(asset.key, limited(found.body, maxBytesOf(declaredType, true)), declaredType);
    } catch (error) {
      if (!(error instanceof NotFetchedError)) throw error;
      await markRefused(assetId, error.reason, at());
    }
  };

/** What the server says, or where it says nothing of use the end of the address. */
const typeOf = ({ url, contentType }: Downloaded): string => {
  if (isTakenType(contentType)) return contentType;
  const byEnding = typeByEnding(url);
  if (byEnding && ['', 'application/octet-stream', 'binary/octet-stream', 'text/plain'].includes(contentType))
    return byEnding;
  const message = `There is ${contentType || 'a file of no known type'} at this address, which cannot be taken.`;
  throw new NotFetchedError('unsupported-type', message, `Give the address of ${TAKEN_TYPES_IN_WORDS}.`);
};

async function* limited(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > most) throw tooManyBytes(most);
    yield chunk;
  }
}
