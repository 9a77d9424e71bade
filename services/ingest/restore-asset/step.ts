import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { applyChange, type ChangeDeps } from '../apply-change.ts';

export const RestoreAssetInput = z.strictObject({
  id: z.uuid('expected the id of an asset, as GET /assets lists them'),
});
export type RestoreAssetInput = z.infer<typeof RestoreAssetInput>;

/** Takes an asset out of the trash. */
export const createRestoreAsset =
  (deps: ChangeDeps) =>
  async ({ id }: RestoreAssetInput, { name }: Pick<Caller, 'name'>) => {
    const { state, version } = await applyChange(deps, id, { restore: true }, name);
    return { assetId: id, state, version };
  };
