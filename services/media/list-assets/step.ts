import * as z from 'zod';
import { ASSET_STATES, type AssetPage, type PageRequest, type Sign, shown } from '../asset.ts';

const MOST = 100;

export const ListAssetsInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
  next: z.base64url('expected the value of `next` from the page before').optional(),
  state: z.enum(ASSET_STATES).optional(),
});
export type ListAssetsInput = z.infer<typeof ListAssetsInput>;

type Deps = { listAssets: (request: PageRequest) => Promise<AssetPage>; signer: () => Promise<Sign> };

/** A page of assets, the newest first; `next` leads to the page after it. */
export const createListAssets =
  ({ listAssets, signer }: Deps) =>
  async ({ limit, next, state }: ListAssetsInput) => {
    const after = next && Buffer.from(next, 'base64url').toString();
    const [sign, page] = await Promise.all([signer(), listAssets({ limit, after, state })]);
    return {
      assets: page.assets.map((asset) => shown(asset, sign)),
      next: page.next && Buffer.from(page.next).toString('base64url'),
    };
  };
