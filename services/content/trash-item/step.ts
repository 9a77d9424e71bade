import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten } from '../changing.ts';
import { publicVersion, shownItem } from '../item.ts';
import { ItemId } from '../model/reference.ts';

export const TrashItemInput = z.strictObject({ id: ItemId });
export type TrashItemInput = z.infer<typeof TrashItemInput>;

/** Puts an item that is not public into the trash, where nothing happens to it. What is in the trash already stays as it is. */
export const createTrashItem =
  (deps: ChangeDeps & Tools) =>
  async ({ id }: TrashItemInput, caller: Caller) =>
    untilWritten(deps, async () => {
      const { item, writes } = apart(existing(await deps.readItem(id), id));
      if (item.trashedAt !== undefined) return { changes: [], result: shownItem(item) };
      if (publicVersion(item) !== undefined || item.publication?.state === 'waiting') {
        throw new Refusal(409, 'still-public', 'The item is public; unpublish it first.', 'id');
      }
      const audit = auditOf(item, 'trashed', caller, deps);
      const { schedules: _, publication: __, ...rest } = item;
      const trashed = { ...rest, trashedAt: audit.at, updatedAt: audit.at, updatedBy: caller.name };
      return {
        changes: [{ item: trashed, writes, audit }],
        result: { ...shownItem(trashed), correlationId: audit.correlationId },
      };
    });
