import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import { ASSET_STATES, type AssetPage, type PageRequest, type Sign, shown } from '../asset.ts';

export const ListAssetsInput = z.strictObject({
  ...PAGING,
  state: z.enum(ASSET_STATES).optional(),
});
export type ListAssetsInput = z.infer<typeof ListAssetsInput>;

type Deps = { listAssets: (request: PageRequest) => Promise<AssetPage>; signer: () => Promise<Sign> };

/** A page of assets, the newest first; `next` leads to the page after it. */
export const createListAssets =
  ({ listAssets, signer }: Deps) =>
  async ({ limit, next, state }: ListAssetsInput) => {
    const after = afterOf(next);
    const [sign, page] = await Promise.all([signer(), listAssets({ limit, after, state })]);
    return {
      assets: page.assets.map((asset) => shown(asset, sign)),
      next: nextOf(page.next),
    };
  };
