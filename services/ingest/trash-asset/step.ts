import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { applyChange, type ChangeDeps } from '../apply-change.ts';

export const TrashAssetInput = z.strictObject({ id: z.uuid('expected the id of an asset, as GET /assets lists them') });
export type TrashAssetInput = z.infer<typeof TrashAssetInput>;

/** Puts an asset out of the way. Nothing of it goes, and what is public stays so; no publication can newly use it. */
export const createTrashAsset =
  (deps: ChangeDeps) =>
  async ({ id }: TrashAssetInput, { name }: Pick<Caller, 'name'>) => {
    const { state, version, trashedAt, trashedBy } = await applyChange(deps, id, { trash: true }, name);
    return { assetId: id, state, version, trashedAt, trashedBy };
  };
