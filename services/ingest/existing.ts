import { Refusal } from '../shared/refusal.ts';
import type { AssetRecord } from './store.ts';

/** The asset, which must be there and not be removed for good. */
export const existing = (asset: AssetRecord | undefined, assetId: string): AssetRecord => {
  if (!asset) throw new Refusal(404, 'no-such-asset', `There is no asset ${assetId}.`, 'id');
  if (asset.state !== 'removed') return asset;
  throw new Refusal(410, 'asset-removed', `The asset ${assetId} was removed for good.`, 'id');
};
