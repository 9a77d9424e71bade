import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { IfMatch } from '../../shared/if-match.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten, untrashed } from '../changing.ts';
import { type CheckDeps, checkData } from '../check-data.ts';
import { requireVersion } from '../if-match.ts';
import type { Revision } from '../item.ts';
import { ItemId } from '../model/reference.ts';
import { savedChange } from '../saved-change.ts';

export const SaveItemInput = z.strictObject({
  id: ItemId,
  ifMatch: IfMatch,
  data: z.record(z.string(), z.unknown()),
});
export type SaveItemInput = z.infer<typeof SaveItemInput>;

type Deps = ChangeDeps &
  CheckDeps &
  Tools & { readRevision: (itemId: string, version: number) => Promise<Revision | undefined> };

/** Keeps the next version of an item, provided that the caller has seen the one before. Nothing public changes. */
export const createSaveItem =
  (deps: Deps) =>
  async ({ id, ifMatch, data }: SaveItemInput, caller: Caller) => {
    const { type } = existing(await deps.readItem(id), id);
    const checked = await checkData({ type, itemId: id }, data, deps);
    return untilWritten(deps, async () => {
      const { item, writes } = apart(untrashed(existing(await deps.readItem(id), id)));
      await requireVersion(item, ifMatch, checked, deps);
      const audit = auditOf({ ...item, version: item.version + 1 }, 'saved', caller, deps);
      return savedChange({ item, writes, data: checked, audit });
    });
  };
