import * as z from 'zod';
import type { Revision } from '../item.ts';
import { ItemId } from '../model/reference.ts';
import { existingRevision, Version } from '../revisions.ts';

export const ShowRevisionInput = z.strictObject({ id: ItemId, version: Version });
export type ShowRevisionInput = z.infer<typeof ShowRevisionInput>;

type Deps = { readRevision: (itemId: string, version: number) => Promise<Revision | undefined> };

/** One version of an item, with its data. */
export const createShowRevision =
  ({ readRevision }: Deps) =>
  async ({ id, version }: ShowRevisionInput) =>
    existingRevision(await readRevision(id, version), id, version);
