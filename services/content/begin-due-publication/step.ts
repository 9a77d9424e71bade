import { PublicationDue } from '@marquee/events/schemas/publication-due.ts';
import * as z from 'zod';
import { uuidFor } from '../../shared/uuid.ts';
import { untilWritten } from '../changing.ts';
import { type RefreshDeps, requestRefresh } from '../refresh.ts';
import { decidePublication, type RequestDeps } from '../request.ts';

/** The event as its rule hands it on; `ingestedAt` is when it came to the bus, whatever moment it was meant for. */
export const DueEvent = z.object({ ingestedAt: z.iso.datetime(), detail: PublicationDue.tolerant });
export type DueEvent = z.infer<typeof DueEvent>;

type Deps = RequestDeps &
  RefreshDeps & {
    log: (level: 'info' | 'warn', message: string, fields: Record<string, unknown>) => void;
  };

/** A schedule that fires within this many seconds is on time. */
const ON_TIME = 60;

/**
 * Begins the publication that was scheduled for now, with those items that are still scheduled so. An event that comes twice finds
 * none any more. One that comes late, because nothing ran at its time, says by how much.
 */
export const createBeginDuePublication =
  (deps: Deps) =>
  async ({ ingestedAt, detail: { metadata, data } }: DueEvent): Promise<void> => {
    const { scheduleId, kind, items, instant } = data;
    const publicationId = uuidFor(`due ${scheduleId}`);
    if (kind === 'refresh') {
      // A moment has come from which on pages show something else, such as an episode that opens.
      return requestRefresh(deps, { publicationId, correlationId: deps.newId(), causationId: metadata.eventId });
    }
    const late = Math.max(0, Math.floor((Date.parse(ingestedAt) - Date.parse(instant)) / 1000));
    const lateSeconds = late > ON_TIME ? late : 0;
    const begun = await untilWritten(deps, async () => {
      const stored = await deps.readItems(items.map(({ itemId }) => itemId));
      const due = items.filter(({ itemId }) => stored.get(itemId)?.schedules?.[kind]?.scheduleId === scheduleId);
      if (due.length === 0) return { changes: [], result: undefined };
      const name = stored.get(due[0]?.itemId ?? '')?.schedules?.[kind]?.by ?? 'schedule';
      return decidePublication(deps, {
        kind,
        items: due,
        caller: { name, requestId: metadata.eventId },
        publicationId,
        due: { instant, lateSeconds },
        correlationId: metadata.correlationId,
      });
    });
    if (!begun) return deps.log('info', 'nothing is scheduled so any more', { scheduleId });
    if (lateSeconds > 0) deps.log('warn', 'a scheduled publication begins late', { scheduleId, instant, lateSeconds });
  };
