import { expect, test } from 'vitest';
import { median } from './statistics.ts';

test('the median of an odd count is the middle value, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('the median of an even count is the mean of the middle two', () => {
  expect(median([4, 1, 3, 100])).toBe(3.5);
});

test('values are compared as numbers and left in their order', () => {
  const values = [10, 9, 2];
  expect(median(values)).toBe(9);
  expect(values).toEqual([10, 9, 2]);
});

test('there is no median of no values', () => {
  expect(() => median([])).toThrow('no median of no values');
});
