import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

const event = (id: number): HistoryEvent => ({
  id,
  previousEventId: id - 1,
  type: id % 2 ? 'PassStateEntered' : 'PassStateExited',
  timestamp: new Date(id),
  ...(id % 2 ? { stateEnteredEventDetails: { name: `P${id}` } } : { stateExitedEventDetails: { name: `P${id - 1}` } }),
});
const events = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => event(from + index));

test('the newest events are known at once, and folded when all before them are', () => {
  const history = gather();
  history.add(events(1, 4));
  history.add(events(9, 10).reverse());
  expect([history.next(), history.events().map(({ id }) => id)]).toEqual([5, [1, 2, 3, 4, 9, 10]]);
  expect(history.tree().visits).toHaveLength(2);
  history.add(events(3, 8));
  expect(history.next()).toBe(11);
  expect(history.tree().visits).toHaveLength(5);
  expect(history.events()).toBe(history.events());
});

test('a log that leaves events out is folded as far as it goes', () => {
  const history = gather(undefined, true);
  history.add([event(1), event(5)]);
  expect([history.next(), history.tree().visits.map(({ name }) => name)]).toEqual([6, ['P1', 'P5']]);
});
