import * as z from 'zod';
import { afterOf, nextOf, PAGING } from '../../shared/paging.ts';
import { existing } from '../changing.ts';
import type { AuditEntry } from '../item.ts';
import { ItemId } from '../model/reference.ts';
import type { PageRequest, Stored } from '../store/items.ts';

export const ShowHistoryInput = z.strictObject({ id: ItemId, ...PAGING });
export type ShowHistoryInput = z.infer<typeof ShowHistoryInput>;

type Deps = {
  readItem: (itemId: string) => Promise<Stored | undefined>;
  listAudit: (itemId: string, page: PageRequest) => Promise<{ values: AuditEntry[]; next?: string }>;
};

/** A page of who did what to an item, the newest first. */
export const createShowHistory =
  ({ readItem, listAudit }: Deps) =>
  async ({ id, limit, next }: ShowHistoryInput) => {
    existing(await readItem(id), id);
    const page = await listAudit(id, { limit, after: afterOf(next) });
    return { entries: page.values, next: nextOf(page.next) };
  };
