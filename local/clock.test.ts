import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemClock, until, VirtualClock } from './clock.ts';

describe('the virtual clock', () => {
  test('fires alarms in the order of their times, then of their setting, and not before', async () => {
    const clock = new VirtualClock(0);
    const fired: string[] = [];
    clock.at(20, () => fired.push('late'));
    clock.at(10, () => fired.push('first'));
    clock.at(10, () => fired.push('second'));
    clock.at(15, () => fired.push('cancelled')).cancel();
    expect(clock.next()).toBe(10);
    await clock.advance(9);
    expect(fired).toEqual([]);
    await clock.advance(11);
    expect([fired, clock.now(), clock.next()]).toEqual([['first', 'second', 'late'], 20, undefined]);
  });

  test('shows an alarm its own time, and runs what it sets on the way', async () => {
    const clock = new VirtualClock(0);
    const times: number[] = [];
    const again = (): void => {
      times.push(clock.now());
      if (times.length < 4) clock.at(clock.now() + 10, again);
    };
    clock.at(10, again);
    await clock.advance(100);
    expect([times, clock.now()]).toEqual([[10, 20, 30, 40], 100]);
  });

  test('never goes back, whenever alarms are set', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -50, max: 200 }), { maxLength: 8 }), async (times) => {
        const clock = new VirtualClock(0);
        const seen: number[] = [];
        for (const at of times) clock.at(at, () => seen.push(clock.now()));
        await clock.advance(100);
        expect(seen).toEqual([...seen].sort((one, other) => one - other));
        expect(seen).toHaveLength(times.filter((at) => at <= 100).length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the machine’s clock', () => {
  test('runs what is due already, and not what was cancelled', async () => {
    const fired: string[] = [];
    systemClock.at(Date.now() - 1000, () => fired.push('cancelled')).cancel();
    await until(systemClock, Date.now() - 1000);
    expect(fired).toEqual([]);
  });

  test('does not fire at once what is further away than a timer can wait', async () => {
    const fired: string[] = [];
    const timer = systemClock.at(Date.now() + 60 * 86_400_000, () => fired.push('too early'));
    await until(systemClock, Date.now());
    timer.cancel();
    expect(fired).toEqual([]);
  });
});
