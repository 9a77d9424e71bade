import { type Difference, differenceOf, type Masks } from './compare.ts';
import type { Json, JsonObject } from './recording.ts';

type Event = JsonObject & { type: string };
type History = JsonObject & { events: Event[] };

export const isHistory = (value: Json | undefined): value is History =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Array.isArray(value.events);

/** Compares how an execution ended: its last event, apart from where in the history that stands. */
export const endDifference = (expected: History, actual: Json | undefined, masks: Masks): Difference => {
  const end = (history: History): Json => {
    const { id: _, previousEventId: __, timestamp: ___, ...last } = history.events.at(-1) ?? {};
    return last;
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
  for (let index = 0; index < wanted.length; index++) {
    let width = 1;
    while (isSideBySide(wanted[index + width - 1]) && isSideBySide(wanted[index + width])) width += 1;
    const bag = found.slice(index, index + width);
    for (const event of wanted.slice(index, index + width)) {
      const place = bag.findIndex((candidate) => !differenceOf(unnumbered(event), unnumbered(candidate, event), masks));
      if (place < 0)
        return differenceOf(unnumbered(event), bag[0] && unnumbered(bag[0], event), masks, `$.events[${index}]`);
      bag.splice(place, 1);
    }
    index += width - 1;
  }
  if (found.length > wanted.length)
    return { path: `$.events[${wanted.length}]`, expected: undefined, actual: found[wanted.length] };
  return undefined;
};

const isSideBySide = (event: Event | undefined): boolean =>
  event !== undefined && (Array.isArray(event.id) || event.id === 0);

/** An event without its number and its place, where the recording does not have them. */
const unnumbered = (event: Event, like: Event = event): Json => {
  if (!isSideBySide(like)) return event;
  const { id: _, previousEventId: __, ...rest } = event;
  return rest;
};
