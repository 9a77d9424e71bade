import { expect, test } from 'vitest';
import { masksOf } from './compare.ts';
import { endDifference, historyDifference } from './history.ts';
import type { JsonObject } from './recording.ts';

type Event = JsonObject & { type: string };
const masks = masksOf([], '000000000000', '2026-01-01');
const event = (id: number | number[], type: string, previousEventId: number, more: JsonObject = {}): Event => ({
  id,
  type,
  previousEventId,
  timestamp: 'timestamp',
  ...more,
});
const history = (...events: Event[]) => ({ events });
const whole = (...events: Event[]) => history(event(1, 'Start', 0), ...events);

test('histories are compared event by event', () => {
  const recorded = whole(event(2, 'A', 1), event(3, 'End', 2));
  expect(historyDifference(recorded, recorded, masks)).toBeUndefined();
  expect(historyDifference(recorded, whole(event(2, 'B', 1), event(3, 'End', 2)), masks)?.path).toBe(
    '$.events[1].type',
  );
  expect(historyDifference(recorded, whole(event(2, 'A', 0), event(3, 'End', 2)), masks)?.path).toBe(
    '$.events[1].previousEventId',
  );
  expect(
    historyDifference(recorded, whole(event(2, 'A', 1), event(3, 'End', 2), event(4, 'More', 3)), masks),
  ).toBeDefined();
  expect(historyDifference(recorded, whole(event(2, 'A', 1)), masks)).toBeDefined();
});

test('events that happened side by side may stand in any order, and some may not be recorded', () => {
  const recorded = whole(event([0], 'A', 0), event([0], 'B', 0), event(5, 'End', 4));
  const told = (...events: Event[]) => historyDifference(recorded, whole(...events), masks);
  const [a, b, c] = [event(2, 'A', 1), event(3, 'B', 1), event(4, 'C', 2)];
  expect(told(a, b, c, event(5, 'End', 4))).toBeUndefined();
  expect(told(event(2, 'B', 1), event(3, 'A', 1), c, event(5, 'End', 4))).toBeUndefined();
  expect(told(a, event(3, 'A', 1), c, event(5, 'End', 4))).toBeDefined();
  expect(told(a, b, event(4, 'End', 3))).toBeDefined();
});

test('ends are compared whatever led to them', () => {
  const end = (id: number, output: string) => history(event(1, 'Start', 0), event(id, 'End', id - 1, { output }));
  expect(endDifference(end(9, 'x'), end(7, 'x'), masks)).toBeUndefined();
  expect(endDifference(end(9, 'x'), end(9, 'y'), masks)).toBeDefined();
});
