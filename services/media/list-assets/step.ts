import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import { ASSET_STATES, type Asset, type AssetPage, type PageRequest, type Sign } from '../asset.ts';
import { type Counts, countsOf, NONE, type ReadContent, recordsOf, toldCounts } from '../counts.ts';
import { shown } from '../shown.ts';

export const ListAssetsInput = z.strictObject({
  ...PAGING,
  state: z.enum(ASSET_STATES).optional(),
  trashed: z.stringbool('expected true or false').optional(),
  changedSince: z.iso
    .datetime({ offset: true, error: 'expected a moment such as 2026-03-01T09:00:00.000Z' })
    .transform((text) => new Date(text).toISOString())
    .optional(),
});
export type ListAssetsInput = z.infer<typeof ListAssetsInput>;

type Deps = {
  now: () => number;
  listAssets: (request: PageRequest) => Promise<AssetPage>;
  readContent: ReadContent;
  signer: () => Promise<Sign>;
};

/** A write may become visible so much later than the moment that it carries, in milliseconds. */
const LATE = 10_000;

/**
 * A page of assets, the newest first, without those in the trash; `next` leads to the page after it. With `changedSince` those
 * that changed later, the earliest change first and the trash included: `asOf` is what to ask with the next time, and a change
 * of the last seconds may come twice.
 */
export const createListAssets =
  ({ now, listAssets, readContent, signer }: Deps) =>
  async ({ limit, next, state, trashed, changedSince }: ListAssetsInput) => {
    const asOf = new Date(now() - LATE).toISOString();
    const after = afterOf(next);
    const request = { limit, after, state, trashed: changedSince === undefined ? (trashed ?? false) : trashed };
    const [sign, page] = await Promise.all([signer(), listAssets({ ...request, changedSince })]);
    const assets = page.assets.map(async (asset) => {
      const [renditions, coming] = await Promise.all([
        renditionCounts(asset, readContent),
        nextCounts(asset, readContent),
      ]);
      return { ...shown(asset, sign, coming), renditions };
    });
    return { assets: await Promise.all(assets), next: nextOf(page.next), asOf };
  };

const renditionCounts = async (asset: Asset, readContent: ReadContent): Promise<Counts> => {
  if (asset.state === 'removed') return NONE;
  return toldCounts(asset) ?? countsOf(await recordsOf(asset.contentId, readContent));
};

const nextCounts = async (
  { 'next:contentId': contentId }: Asset,
  readContent: ReadContent,
): Promise<Counts | undefined> =>
  contentId === undefined ? undefined : countsOf(await recordsOf(contentId, readContent));
