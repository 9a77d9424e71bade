import * as z from 'zod';
import { Refusal } from '../../shared/refusal.ts';
import { type Asset, type Sign, shown } from '../asset.ts';
import { ContentMissingError, type ContentRecord, type RenditionRecord, renditionsOf } from '../content.ts';

export const ShowAssetInput = z.strictObject({ id: z.uuid('expected the id of an asset, as GET /assets lists them') });
export type ShowAssetInput = z.infer<typeof ShowAssetInput>;

type Deps = {
  readAsset: (assetId: string) => Promise<Asset | undefined>;
  readContent: (contentId: string) => Promise<ContentRecord>;
  /** Gives the means to sign addresses. */
  signer: () => Promise<Sign>;
};

/** An asset with each rendition's state, the reason where one failed, and where the others can be seen. */
export const createShowAsset =
  ({ readAsset, readContent, signer }: Deps) =>
  async ({ id }: ShowAssetInput) => {
    const asset = await readAsset(id);
    if (!asset) throw new Refusal(404, 'no-such-asset', `There is no asset ${id}.`, 'id');
    const [sign, records] = await Promise.all([signer(), renditionRecords(asset, readContent)]);
    return { ...shown(asset, sign), renditions: records.map((record) => shownRendition(record, sign)) };
  };

const renditionRecords = async (asset: Asset, readContent: Deps['readContent']): Promise<RenditionRecord[]> => {
  if (!asset.contentId || asset.state === 'removed') return [];
  try {
    return renditionsOf(await readContent(asset.contentId));
  } catch (error) {
    if (error instanceof ContentMissingError) return [];
    throw error;
  }
};

const shownRendition = ({ key, ...record }: RenditionRecord, sign: Sign) => ({
  ...record,
  path: key && sign(`/${key}`),
});
