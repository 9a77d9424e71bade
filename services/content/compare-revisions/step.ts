import * as z from 'zod';
import { existing } from '../changing.ts';
import type { Revision } from '../item.ts';
import { ItemId } from '../model/reference.ts';
import { existingRevision, Version } from '../revisions.ts';
import type { Stored } from '../store/items.ts';
import { differences } from './difference.ts';

export const CompareRevisionsInput = z.strictObject({
  id: ItemId,
  /** Default: the public version, else the one before `to`. */
  from: Version.optional(),
  /** Default: the newest. */
  to: Version.optional(),
});
export type CompareRevisionsInput = z.infer<typeof CompareRevisionsInput>;

type Deps = {
  readItem: (itemId: string) => Promise<Stored | undefined>;
  readRevision: (itemId: string, version: number) => Promise<Revision | undefined>;
};

/** In which fields two versions of an item differ. */
export const createCompareRevisions =
  ({ readItem, readRevision }: Deps) =>
  async ({ id, ...asked }: CompareRevisionsInput) => {
    const item = existing(await readItem(id), id);
    const to = asked.to ?? item.version;
    const from = asked.from ?? item.publishedVersion ?? Math.max(1, to - 1);
    const [before, after] = await Promise.all([readRevision(id, from), readRevision(id, to)]);
    const changes = differences(existingRevision(before, id, from).data, existingRevision(after, id, to).data);
    return { itemId: id, from, to, changes };
  };
