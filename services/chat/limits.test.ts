import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsFrom, shareOfAll, takeAll, takeFrom } from './limits.ts';
import { memoryChat } from './testing/memory-chat.ts';
import { LIMITS } from './testing/world.ts';

const RATE = { perSecond: 0.5, burst: 3 };

describe('a bucket', () => {
  test('gives what it holds at once, then one token each time that one has come', () => {
    let fullAt: number | undefined;
    const take = (now: number): number => {
      const taken = takeFrom(fullAt, RATE, now);
      if ('wait' in taken) return taken.wait;
      fullAt = taken.fullAt;
      return 0;
    };
    expect([take(0), take(0), take(0), take(0)]).toEqual([0, 0, 0, 2_000]);
    expect([take(500), take(1_999)]).toEqual([1_500, 1]);
    expect([take(2_000), take(2_000)]).toEqual([0, 2_000]);
    expect([take(60_000), take(60_000), take(60_000), take(60_000)]).toEqual([0, 0, 0, 2_000]);
  });

  test('never gives more than it holds and what comes, and who waits as told gets one', () => {
    const rates = fc.record({ perSecond: fc.constantFrom(0.1, 0.5, 1, 4), burst: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(rates, fc.array(fc.nat(5_000), { maxLength: 60 }), (rate, pauses) => {
        let [now, fullAt, given]: [number, number | undefined, number] = [0, undefined, 0];
        for (const pause of pauses) {
          now += pause;
          const taken = takeFrom(fullAt, rate, now);
          if ('wait' in taken) {
            expect(taken.wait).toBeGreaterThan(0);
            expect(takeFrom(fullAt, rate, now + taken.wait)).toHaveProperty('fullAt');
            continue;
          }
          fullAt = taken.fullAt;
          given += 1;
          expect(given).toBeLessThanOrEqual(rate.burst + (now / 1000) * rate.perSecond + 1e-6);
        }
      }),
    );
  });
});

describe('an action that takes from two buckets', () => {
  const own = { name: 'own', rate: RATE, says: 'Too many from here.' };
  const common = { name: 'common', rate: { perSecond: 1, burst: 100 }, says: 'Too many.' };

  test('is refused where one is empty, with whose it is and when to come again', async () => {
    const { takeToken } = memoryChat();
    for (let time = 0; time < 3; time++) await takeAll(takeToken, [own, common], 0);
    await expect(takeAll(takeToken, [own, common], 0)).rejects.toMatchObject({
      ...{ status: 429, code: 'too-fast', retryAfter: 2, message: 'Too many from here. Try again in 2 s.' },
    });
  });

  test('takes nothing of the common one where its own is empty, so that nobody can use up what all have', async () => {
    const { takeToken, buckets } = memoryChat();
    for (let time = 0; time < 3; time++) await takeAll(takeToken, [own, common], 0);
    const before = buckets.get('common');
    for (let time = 0; time < 50; time++) await takeAll(takeToken, [own, common], 0).catch(() => {});
    expect(buckets.get('common')).toBe(before);
  });
});

test('limits are read from a declaration, which has to be whole', () => {
  expect(limitsFrom(JSON.stringify(LIMITS))).toEqual(LIMITS);
  for (const wrong of ['', '{}', JSON.stringify({ ...LIMITS, turns: { perSecond: 0, burst: 1 } })])
    expect(() => limitsFrom(wrong)).toThrow();
});

test('what everybody takes from has as many parts as it takes, each with its share', () => {
  expect(shareOfAll({ perSecond: 25, burst: 40 }, 0.99)).toEqual({
    bucket: 'turns#0',
    rate: { perSecond: 25, burst: 40 },
  });
  const parts = [0, 0.2, 0.4, 0.6, 0.8, 0.99].map((random) => shareOfAll({ perSecond: 150, burst: 600 }, random));
  expect(parts.map(({ bucket }) => bucket)).toEqual([0, 1, 2, 3, 4, 5].map((part) => `turns#${part}`));
  expect(parts[5]?.rate).toEqual({ perSecond: 25, burst: 100 });
});
