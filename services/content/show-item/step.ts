import * as z from 'zod';
import { existing } from '../changing.ts';
import { type Revision, shownItem } from '../item.ts';
import { ItemId } from '../model/reference.ts';
import type { Stored } from '../store/items.ts';

export const ShowItemInput = z.strictObject({ id: ItemId });
export type ShowItemInput = z.infer<typeof ShowItemInput>;

type Deps = {
  readItem: (itemId: string) => Promise<Stored | undefined>;
  readRevision: (itemId: string, version: number) => Promise<Revision | undefined>;
};

/** An item with the data of its newest version. */
export const createShowItem =
  ({ readItem, readRevision }: Deps) =>
  async ({ id }: ShowItemInput) => {
    const { writes: _, ...item } = existing(await readItem(id), id);
    const revision = await readRevision(id, item.version);
    return { ...shownItem(item), data: revision?.data };
  };
