import { useQuery } from '@tanstack/react-query';
import type { BusEvent } from './event.ts';
import { term } from './event-filter.ts';
import { gatherEvents } from './read-events.ts';

/** How far back an event is looked for that is not in the list, in milliseconds: the archive keeps as much. */
const BACK = 90 * 24 * 3_600_000;

/** The event that the address names: from the list, else from the log. */
export const useOpenEvent = (
  id: string | undefined,
  events: readonly BusEvent[],
  logGroup: string | undefined,
): { event?: BusEvent; missing: boolean } => {
  const listed = id === undefined ? undefined : events.find((event) => event.id === id);
  const { data, isSuccess } = useQuery({
    queryKey: ['event', logGroup, id],
    enabled: id !== undefined && listed === undefined && logGroup !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const found = await gatherEvents(logGroup ?? '', term(id ?? ''), { from: Date.now() - BACK }, 100, signal);
      return found.find((event) => event.id === id) ?? null;
    },
  });
  if (id === undefined) return { missing: false };
  const event = listed ?? data ?? undefined;
  return { ...(event && { event }), missing: event === undefined && isSuccess };
};
