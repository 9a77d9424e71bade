import { type Difference, differenceOf, type Masks } from './compare.ts';
import type { Json, JsonObject } from './recording.ts';

type Event = JsonObject & { type: string };
type History = JsonObject & { events: Event[] };

export const isHistory = (value: Json | undefined): value is History =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Array.isArray(value.events);

/** Compares how an execution ended: its last event, apart from where in the history that stands. */
export const endDifference = (expected: History, actual: Json | undefined, masks: Masks): Difference => {
  const end = (history: History): Json => {
    const { timestamp: _, ...last } = history.events.at(-1) ?? ({} as Event);
    return unnumbered(last as Event);
  };
  if (!isHistory(actual)) return { path: '$', expected: end(expected), actual };
  return differenceOf(end(expected), end(actual), masks, '$.events[-1]');
};

/** Compares whole histories, event by event. Events that a recording numbers 0 happened side by side: any order will do. */
export const historyDifference = (expected: History, actual: Json | undefined, masks: Masks): Difference => {
  if (!isHistory(actual)) return { path: '$', expected, actual };
  const { events: wanted, ...rest } = expected;
  const { events: found, ...actualRest } = actual;
  const difference = differenceOf(rest, actualRest, masks);
  if (difference) return difference;
  for (let index = 0, place = 0; index < wanted.length; index++) {
    const event = wanted[index] as Event;
    if (!isSideBySide(event)) {
      const difference = differenceOf(event, found[place], masks, `$.events[${index}]`);
      if (difference) return difference;
      place += 1;
      continue;
    }
    let end = index;
    while (isSideBySide(wanted[end])) end += 1;
    // The next number tells how many events there were: not all of them are recorded.
    const next = Number(wanted[end]?.id ?? found.length + 1) - 1;
    const bag = found.slice(place, next).map(unnumbered);
    for (; index < end; index++) {
      const one = unnumbered(wanted[index] as Event);
      const match = bag.findIndex((candidate) => !differenceOf(one, candidate, masks));
      if (match < 0) return { path: `$.events[${index}]`, expected: one, actual: bag };
      bag.splice(match, 1);
    }
    index -= 1;
    place = next;
  }
  // Where not all events are recorded, the last one's number tells how many there were.
  const last = wanted.at(-1);
  const length = last && wanted.some(isSideBySide) && !isSideBySide(last) ? Number(last.id) : wanted.length;
  return found.length === length
    ? undefined
    : { path: `$.events[${length}]`, expected: undefined, actual: found[length] };
};

const isSideBySide = (event: Event | undefined): boolean =>
  event !== undefined && (Array.isArray(event.id) || event.id === 0);

/** An event without its number and its place. */
const unnumbered = ({ id: _, previousEventId: __, ...rest }: Event): Json => rest;
