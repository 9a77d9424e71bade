import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { applyChange, type ChangeDeps } from '../apply-change.ts';
import { AssetChange } from '../change.ts';

export const ChangeAssetsInput = z.strictObject({
  assetIds: z
    .array(z.uuid('expected the id of an asset, as GET /assets lists them'))
    .min(1, 'Name at least one asset.')
    .max(100, 'expected at most 100 assets at once'),
  change: AssetChange,
});
export type ChangeAssetsInput = z.infer<typeof ChangeAssetsInput>;

/** What became of one asset. */
export type ChangeResult = {
  assetId: string;
  ok: boolean;
  version?: number;
  error?: { code: string; message: string };
};

/** Assets that are changed at once. */
const AT_ONCE = 10;

/** Changes many assets, each for itself: what cannot be changed is said with its reason, and keeps no other back. */
export const createChangeAssets =
  (deps: ChangeDeps) =>
  async ({ assetIds, change }: ChangeAssetsInput, { name }: Pick<Caller, 'name'>) => {
    const ids = [...new Set(assetIds)];
    const results: ChangeResult[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      results.push(...(await Promise.all(some.map((assetId) => changeOne(deps, assetId, change, name)))));
    }
    return { results };
  };

const changeOne = async (
  deps: ChangeDeps,
  assetId: string,
  change: AssetChange,
  name: string,
): Promise<ChangeResult> => {
  try {
    const { version } = await applyChange(deps, assetId, change, name);
    return { assetId, ok: true, version };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { assetId, ok: false, error: { code: error.code, message: error.message } };
  }
};
