import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import { existing } from '../changing.ts';
import type { Revision } from '../item.ts';
import { ItemId } from '../model/reference.ts';
import type { PageRequest, Stored } from '../store/items.ts';

export const ListRevisionsInput = z.strictObject({ id: ItemId, ...PAGING });
export type ListRevisionsInput = z.infer<typeof ListRevisionsInput>;

type Deps = {
  readItem: (itemId: string) => Promise<Stored | undefined>;
  listRevisions: (itemId: string, page: PageRequest) => Promise<{ values: Revision[]; next?: string }>;
};

/** A page of an item's versions without their data, the newest first; which of them is public is said. */
export const createListRevisions =
  ({ readItem, listRevisions }: Deps) =>
  async ({ id, limit, next }: ListRevisionsInput) => {
    const { publishedVersion } = existing(await readItem(id), id);
    const page = await listRevisions(id, { limit, after: afterOf(next) });
    const revisions = page.values.map(({ data: _, ...revision }) => ({
      ...revision,
      ...(revision.version === publishedVersion ? { published: true } : {}),
    }));
    return { revisions, next: nextOf(page.next) };
  };
