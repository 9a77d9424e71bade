import { expect, test } from 'vitest';
import { slope } from './memory.ts';

test('the slope of what rises evenly is its step, of what is flat nothing, and noise around a line cancels out', () => {
  expect(slope([1, 3, 5, 7])).toBe(2);
  expect(slope([4, 4, 4])).toBe(0);
  expect(slope([1, -1, 1, -1, 1])).toBe(0);
});
