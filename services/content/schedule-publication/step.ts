import type { PublicationDue } from '@marquee/events/schemas/publication-due.ts';
import * as z from 'zod';
import type { Caller } from '../../shared/caller.ts';
import { Refusal } from '../../shared/refusal.ts';
import { apart, auditOf, existing, untilWritten, untrashed } from '../changing.ts';
import { shownItem } from '../item.ts';
import { instantOf, LocalTime } from '../model/time.ts';
import { NAMED_ITEMS, namedItems } from '../named-items.ts';
import { type RequestDeps, refuseTwice, wantedVersion } from '../request.ts';

export const SchedulePublicationInput = z
  .strictObject({
    kind: z.enum(['publish', 'unpublish'], 'expected publish or unpublish'),
    ...LocalTime.shape,
    ...NAMED_ITEMS,
  })
  .transform(({ kind, at, zone, ...named }, context) => {
    const time = LocalTime.safeParse({ at, zone });
    if (!time.success) {
      for (const issue of time.error.issues) context.addIssue({ ...issue, code: 'custom' });
      return z.NEVER;
    }
    return { kind, at, zone, items: namedItems(named, context) };
  });
export type SchedulePublicationInput = z.infer<typeof SchedulePublicationInput>;

type Deps = RequestDeps & {
  scheduleEvent: (name: string, instant: string, detail: PublicationDue) => Promise<void>;
  unschedule: (name: string) => Promise<void>;
};

/**
 * Has items become public, or not to be so any more, at a moment to come. The version that each has now is what becomes public:
 * later edits wait. A schedule of the same kind that an item has already gives way.
 */
export const createSchedulePublication =
  (deps: Deps) =>
  async ({ kind, at, zone, items }: SchedulePublicationInput, caller: Caller) => {
    refuseTwice(items);
    const moment = instantOf({ at, zone });
    if (moment <= deps.now()) {
      throw new Refusal(
        400,
        'in-the-past',
        `at: ${at.replace('T', ', ')} in ${zone} is past; publish it now, or choose a later time.`,
        'at',
      );
    }
    const instant = new Date(moment).toISOString();
    const [scheduleId, correlationId] = [deps.newId(), deps.newId()];
    const decide = async () => {
      const found = await deps.readItems(items.map(({ itemId }) => itemId));
      return items.map(({ itemId, version }) => {
        const { item, writes } = apart(untrashed(existing(found.get(itemId), itemId)));
        const schedule = { scheduleId, at, zone, instant, version: wantedVersion(item, version), by: caller.name };
        return { item, writes, schedule, former: item.schedules?.[kind]?.scheduleId };
      });
    };
    // The clock is wound before the items say so: what fires without an item that says so does nothing.
    const first = await decide();
    await deps.scheduleEvent(`${kind}-${scheduleId}`, instant, {
      metadata: { eventId: scheduleId, correlationId, causationId: caller.requestId, occurredAt: instant, version: 1 },
      data: {
        scheduleId,
        kind,
        instant,
        items: first.map(({ item, schedule }) => ({ itemId: item.itemId, version: schedule.version })),
      },
    });
    const { shown, former } = await untilWritten(deps, async () => {
      const wanted = await decide();
      const changes = wanted.map(({ item, writes, schedule }) => {
        const next = { ...item, schedules: { ...item.schedules, [kind]: schedule } };
        const audit = auditOf(item, 'scheduled', caller, deps, { correlationId, details: { kind, ...schedule } });
        return { item: next, writes, audit };
      });
      return {
        changes,
        result: {
          shown: changes.map(({ item }) => shownItem(item)),
          former: wanted.flatMap((each) => each.former ?? []),
        },
      };
    });
    // A schedule that stays fires for nothing: no item says so any more.
    for (const name of new Set(former)) await deps.unschedule(`${kind}-${name}`).catch(() => undefined);
    return { scheduleId, kind, at, zone, instant, items: shown, correlationId };
  };
