import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTo, observation, observations, percentile } from './distribution.ts';

test('count, sum, least and greatest are exact, whatever is added to what', () => {
  const values = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(values, values, (some, others) => {
      const all = observations(some);
      addTo(all, observations(others));
      const both = [...some, ...others];
      expect(all).toMatchObject({ count: both.length, min: Math.min(...both), max: Math.max(...both) });
      expect(all.sum).toBeCloseTo(
        both.reduce((sum, value) => sum + value, 0),
        3,
      );
    }),
  );
});

test('a hundred different values are told as they are, more to within two percent', () => {
  const few = observations(Array.from({ length: 100 }, (_, index) => index + 1));
  expect([percentile(few, 50), percentile(few, 99), percentile(few, 100)]).toEqual([50, 99, 100]);
  const many = observations(Array.from({ length: 5000 }, (_, index) => index + 1));
  for (const percent of [1, 50, 90, 99.9])
    expect(Math.abs((percentile(many, percent) ?? 0) / (percent * 50) - 1)).toBeLessThan(0.02);
  expect(many.values?.size).toBeLessThan(500);
  addTo(many, observation(2500.5, 3));
  expect(many.count).toBe(5003);
});
