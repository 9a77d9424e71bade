import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Asset, Sign } from '../asset.ts';
import type { RenditionRecord } from '../content.ts';
import { countsOf, type ReadContent, recordsOf } from '../counts.ts';
import { shown } from '../shown.ts';

export const ShowAssetInput = z.strictObject({ id: z.uuid('expected the id of an asset, as GET /assets lists them') });
export type ShowAssetInput = z.infer<typeof ShowAssetInput>;

/** An address that gives the file as it was uploaded, until a moment. */
export type OriginalLink = { url: string; expiresAt: string };

type Deps = {
  readAsset: (assetId: string) => Promise<Asset | undefined>;
  readContent: ReadContent;
  /** Gives the means to sign addresses. */
  signer: () => Promise<Sign>;
  linkToOriginal: (key: string, fileName: string) => Promise<OriginalLink>;
};

/** States in which the uploads bucket holds the original. */
const WITH_ORIGINAL = ['checking', 'processing', 'ready', 'incomplete', 'failed'];

/** Who may have the file as it was uploaded, with whatever its camera wrote into it. */
const MAY_HAVE_ORIGINAL = ['editor', 'admin'];

/** An asset with each rendition's state, the reason where one failed, and where the others can be seen. */
export const createShowAsset =
  ({ readAsset, readContent, signer, linkToOriginal }: Deps) =>
  async ({ id }: ShowAssetInput, { roles }: Pick<Caller, 'roles'>) => {
    const asset = await readAsset(id);
    if (!asset) throw new Refusal(404, 'no-such-asset', `There is no asset ${id}.`, 'id');
    const { key, state, fileName, contentType, bytes, 'next:contentId': next } = asset;
    const mayHave = MAY_HAVE_ORIGINAL.some((role) => roles.includes(role));
    const [sign, records, coming, link] = await Promise.all([
      signer(),
      state === 'removed' ? [] : recordsOf(asset.contentId, readContent),
      next === undefined ? undefined : recordsOf(next, readContent).then(countsOf),
      mayHave && key && WITH_ORIGINAL.includes(state) ? linkToOriginal(key, fileName) : undefined,
    ]);
    return {
      ...shown(asset, sign, coming),
      renditions: records.map((record) => shownRendition(record, sign)),
      ...(link ? { original: { ...link, fileName, contentType: contentType ?? asset.declaredType, bytes } } : {}),
    };
  };

const shownRendition = ({ key, ...record }: RenditionRecord, sign: Sign) => {
  const url = key && sign(`/${key}`);
  return { ...record, format: record.name.split('.').at(-1), url, path: url };
};
