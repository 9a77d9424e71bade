import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten } from '../changing.ts';
import { shownItem } from '../item.ts';
import { ItemId } from '../model/reference.ts';

export const RestoreItemInput = z.strictObject({ id: ItemId });
export type RestoreItemInput = z.infer<typeof RestoreItemInput>;

/** Takes an item out of the trash, as it was. What is not in it stays as it is. */
export const createRestoreItem =
  (deps: ChangeDeps & Tools) =>
  async ({ id }: RestoreItemInput, caller: Caller) =>
    untilWritten(deps, async () => {
      const { item, writes } = apart(existing(await deps.readItem(id), id));
      if (item.trashedAt === undefined) return { changes: [], result: shownItem(item) };
      const audit = auditOf(item, 'restored', caller, deps);
      const { trashedAt: _, ...rest } = item;
      const restored = { ...rest, updatedAt: audit.at, updatedBy: caller.name };
      return {
        changes: [{ item: restored, writes, audit }],
        result: { ...shownItem(restored), correlationId: audit.correlationId },
      };
    });
