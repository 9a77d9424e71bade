import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { DurableQueue } from './durable-queue.ts';

const work = fc.array(
  fc.record({
    /** When it is due, in seconds from the start. */
    due: fc.integer({ min: 0, max: 60 }),
    failures: fc.integer({ min: 0, max: 3 }),
    /** When it is added. */
    added: fc.integer({ min: 0, max: 30 }),
  }),
  { minLength: 1, maxLength: 40 },
);

test('whatever comes when, fails how often, and however often the process starts anew: every job is done once', async () => {
  await fc.assert(
    fc.asyncProperty(
      work,
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 4 }),
      async (jobs, atOnce, restarts) => {
        const database = openDatabase(':memory:');
        const clock = new VirtualClock(0);
        const done: number[] = [];
        const early: number[] = [];
        let underWay = 0;
        let most = 0;
        const open = () =>
          new DurableQueue<number>({
            ...{ database, clock, table: 'work', atOnce },
            attempt: async ({ body, attempts, dueAt }) => {
              underWay += 1;
              most = Math.max(most, underWay);
              if (clock.now() < dueAt) early.push(body);
              await Promise.resolve();
              underWay -= 1;
              if (attempts < (jobs[body]?.failures ?? 0))
                return { is: 'again', at: clock.now() + 1000, attempts: attempts + 1 };
              done.push(body);
              return { is: 'done' };
            },
          });
        let queue = open();
        for (let second = 0; second <= 120; second++) {
          if (restarts.includes(second)) {
            await queue.close();
            queue = open();
            queue.resume();
          }
          const added = jobs.flatMap((job, n) =>
            job.added === second ? [{ id: `${n}`, body: n, at: job.due * 1000 }] : [],
          );
          queue.add(added);
          await clock.advance(1000);
        }
        expect([queue.count(), early]).toEqual([0, []]);
        expect(done.sort((a, b) => a - b)).toEqual(jobs.map((_, n) => n));
        expect(most).toBeLessThanOrEqual(atOnce);
        await queue.close();
        database.close();
      },
    ),
    { numRuns: 40 },
  );
});
