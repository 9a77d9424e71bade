import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { failureOf, scheduledOf } from '../history/details.ts';
import type { ExecutionTree } from '../history/model.ts';

const TROUBLE = /(Failed|TimedOut|Aborted)$/;

export const isTrouble = ({ type }: HistoryEvent): boolean => TROUBLE.test(type ?? '');

/** `TaskStateEntered` as it is read: `Task state entered`. */
export const wordsOf = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What an event is about, in a few words. */
export const gistOf = (event: HistoryEvent): string => {
  const failure = failureOf(event);
  if (failure) return [failure.error, failure.cause].filter(Boolean).join(': ');
  const { resource } = scheduledOf(event);
  if (resource) return resource.replace('arn:aws:states:::', '');
  const item = event.mapIterationStartedEventDetails ?? event.mapIterationSucceededEventDetails;
  if (item) return `item ${item.index}`;
  if (event.mapStateStartedEventDetails) return `${event.mapStateStartedEventDetails.length} items`;
  return '';
};

/** The state that each event belongs to, by the event's id. */
export const statesOf = ({ visits }: ExecutionTree): ReadonlyMap<number, string> =>
  new Map(visits.flatMap(({ name, events }) => events.map((id) => [id, name] as const)));

/** The details of an event, without what every event has. */
export const detailsOf = ({ id, type, timestamp, previousEventId, ...details }: HistoryEvent): string =>
  JSON.stringify(Object.values(details).find((each) => each !== undefined) ?? {});

export type EventFilter = { text: string; troubleFirst: boolean };

/** The events that a filter leaves, in the order that it wants. */
export const filtered = (
  events: readonly HistoryEvent[],
  states: ReadonlyMap<number, string>,
  { text, troubleFirst }: EventFilter,
): readonly HistoryEvent[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (event: HistoryEvent): boolean => {
    const said =
      `${event.id} ${event.type} ${states.get(event.id ?? 0) ?? ''} ${failureOf(event)?.error ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
  const left = words.length === 0 ? events : events.filter(fits);
  if (!troubleFirst) return left;
  return [...left.filter(isTrouble), ...left.filter((event) => !isTrouble(event))];
};
