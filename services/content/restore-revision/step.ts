import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { IfMatch } from '../../shared/if-match.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten, untrashed } from '../changing.ts';
import { type CheckDeps, checkData } from '../check-data.ts';
import { requireVersion } from '../if-match.ts';
import type { Revision } from '../item.ts';
import { ItemId } from '../model/reference.ts';
import { existingRevision, Version } from '../revisions.ts';
import { savedChange } from '../saved-change.ts';

export const RestoreRevisionInput = z.strictObject({ id: ItemId, version: Version, ifMatch: IfMatch });
export type RestoreRevisionInput = z.infer<typeof RestoreRevisionInput>;

type Deps = ChangeDeps &
  CheckDeps &
  Tools & { readRevision: (itemId: string, version: number) => Promise<Revision | undefined> };

/** Keeps the data of an earlier version as the newest one; what was written since stays among the versions. */
export const createRestoreRevision =
  (deps: Deps) =>
  async ({ id, version, ifMatch }: RestoreRevisionInput, caller: Caller) => {
    const revision = existingRevision(await deps.readRevision(id, version), id, version);
    const data = await checkData({ type: revision.type, itemId: id }, revision.data, deps);
    return untilWritten(deps, async () => {
      const { item, writes } = apart(untrashed(existing(await deps.readItem(id), id)));
      await requireVersion(item, ifMatch, data, deps);
      const next = { ...item, version: item.version + 1 };
      const audit = auditOf(next, 'restored-revision', caller, deps, { details: { restoredFrom: version } });
      return savedChange({ item, writes, data, audit, restoredFrom: version });
    });
  };
