import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { apart, auditOf, type ChangeDeps, existing, type Tools, untilWritten } from '../changing.ts';
import { shownItem } from '../item.ts';
import { ItemId } from '../model/reference.ts';

export const CancelScheduleInput = z.strictObject({
  id: ItemId,
  kind: z.enum(['publish', 'unpublish'], 'expected publish or unpublish'),
});
export type CancelScheduleInput = z.infer<typeof CancelScheduleInput>;

/** Calls off what was scheduled for one item; others of the same schedule keep theirs. */
export const createCancelSchedule =
  (deps: ChangeDeps & Tools) =>
  async ({ id, kind }: CancelScheduleInput, caller: Caller) =>
    untilWritten(deps, async () => {
      const { item, writes } = apart(existing(await deps.readItem(id), id));
      const { [kind]: schedule, ...rest } = item.schedules ?? {};
      if (!schedule) throw new Refusal(404, 'not-scheduled', `Nothing is scheduled to ${kind} the item ${id}.`, 'kind');
      const next = { ...item, schedules: Object.keys(rest).length > 0 ? rest : undefined };
      const audit = auditOf(item, 'unscheduled', caller, deps, { details: { kind, ...schedule } });
      return {
        changes: [{ item: next, writes, audit }],
        result: { ...shownItem(next), correlationId: audit.correlationId },
      };
    });
