import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { openDatabase, transaction } from '../database.ts';
import { backOff, DONE, DurableQueue, type QueueOptions, type Verdict } from './durable-queue.ts';
import type { Job } from './job.ts';

let folder: string;
let database: DatabaseSync;
let clock: VirtualClock;
let attempts: { id: string; at: number; before: number }[];
const START = Date.UTC(2026, 0, 1);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'));
  database = openDatabase(join(folder, 'queue.sqlite'));
  clock = new VirtualClock(START);
  attempts = [];
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

type Body = { n: number };
const open = (
  answer: (job: Job<Body>) => Promise<Verdict> | Verdict = () => DONE,
  more: Partial<QueueOptions<Body>> = {},
): DurableQueue<Body> =>
  new DurableQueue<Body>({
    database,
    clock,
    table: 'work',
    ...more,
    attempt: async (job) => {
      attempts.push({ id: job.id, at: clock.now() - START, before: job.attempts });
      return answer(job);
    },
  });
const job = (n: number, at?: number) => ({
  id: `job-${n}`,
  body: { n },
  ...(at === undefined ? {} : { at: START + at }),
});
const ids = (): string[] => attempts.map(({ id }) => id);

/** Attempts that end when they are told to. */
const held = () => {
  const ends: (() => void)[] = [];
  return { answer: () => new Promise<Verdict>((resolve) => ends.push(() => resolve(DONE))), ends };
};

test('jobs are done once, in the order in which they came', async () => {
  const queue = open();
  queue.add(Array.from({ length: 500 }, (_, n) => job(n)));
  await clock.advance(0);
  expect(ids()).toEqual(Array.from({ length: 500 }, (_, n) => `job-${n}`));
  expect(queue.count()).toBe(0);
});

test('what came later waits behind what waits in the database', async () => {
  const queue = open(() => DONE, { atOnce: 2 });
  queue.add(Array.from({ length: 20 }, (_, n) => job(n)));
  queue.add([job(20)]);
  await clock.advance(0);
  queue.add([job(21)]);
  await clock.advance(0);
  expect(ids()).toEqual(Array.from({ length: 22 }, (_, n) => `job-${n}`));
});

test('no more attempts are under way than allowed, and all are made in the end', async () => {
  const { answer, ends } = held();
  const queue = open(answer, { atOnce: 3 });
  queue.add(Array.from({ length: 10 }, (_, n) => job(n)));
  await clock.advance(0);
  const underWay = [];
  while (ends.length > 0) {
    underWay.push(ends.length);
    for (const end of ends.splice(0)) end();
    await clock.advance(0);
  }
  expect(underWay).toEqual([3, 3, 3, 1]);
  expect(queue.count()).toBe(0);
});

describe('time', () => {
  test('jobs of the future start when they are due, whichever was added first', async () => {
    const queue = open();
    queue.add([job(1, 5000), job(2, 1000), job(3)]);
    await clock.advance(4999);
    expect(ids()).toEqual(['job-3', 'job-2']);
    await clock.advance(1);
    expect(attempts.at(-1)).toEqual({ id: 'job-1', at: 5000, before: 0 });
  });

  test('a thousand far jobs need one timer', () => {
    const queue = open();
    let timers = 0;
    const counted = {
      now: () => clock.now(),
      at(at: number, run: () => void) {
        timers += 1;
        return clock.at(at, run);
      },
    };
    const other = open(() => DONE, { table: 'other', clock: counted });
    other.add(Array.from({ length: 1000 }, (_, n) => job(n, 10_000 + n)));
    expect([timers, queue.count(), other.count()]).toEqual([1, 0, 1000]);
  });

  test('a job that is tried again waits as long as its attempt says', async () => {
    const queue = open(({ attempts: before }) =>
      before < 3 ? { is: 'again', at: clock.now() + backOff(before + 1), attempts: before + 1 } : DONE,
    );
    queue.add([job(1)]);
    await clock.advance(60_000);
    expect(attempts.map(({ at, before }) => [at, before])).toEqual([
      [0, 0],
      [1000, 1],
      [3000, 2],
      [7000, 3],
    ]);
    expect(queue.count()).toBe(0);
  });

  test('an attempt that throws is made again', async () => {
    let faults = 2;
    const queue = open(() => {
      if (faults-- > 0) throw new Error('fault');
      return DONE;
    });
    queue.add([job(1)]);
    await clock.advance(10_000);
    expect(attempts.map(({ at }) => at)).toEqual([0, 1000, 3000]);
    expect(queue.count()).toBe(0);
  });
});

describe('a restart', () => {
  test('goes on with what was not done, with its attempts and times', async () => {
    const first = open(() => ({ is: 'again', at: clock.now() + 5000, attempts: 1 }));
    first.add([job(1), job(2, 60_000)]);
    await clock.advance(0);
    await first.close();
    const second = open();
    expect(second.resume()).toBe(2);
    await clock.advance(100_000);
    expect(attempts.slice(1)).toEqual([
      { id: 'job-1', at: 5000, before: 1 },
      { id: 'job-2', at: 60_000, before: 0 },
    ]);
    expect(second.count()).toBe(0);
  });

  test('repeats what was under way and what an attempt left as it was', async () => {
    const first = open(() => ({ is: 'left' }));
    first.add([job(1)]);
    await first.close();
    await clock.advance(1000);
    expect(ids()).toEqual(['job-1']);
    const second = open();
    second.resume();
    await clock.advance(0);
    expect(ids()).toEqual(['job-1', 'job-1']);
  });

  test('does nothing twice where resume comes while jobs are under way', async () => {
    const { answer, ends } = held();
    const queue = open(answer);
    queue.add([job(1)]);
    queue.resume();
    await clock.advance(0);
    for (const end of ends) end();
    await clock.advance(0);
    expect(ids()).toEqual(['job-1']);
  });

  test('takes over the rows of an earlier release', async () => {
    database.exec(`CREATE TABLE old_work (id TEXT, n INTEGER, next_at INTEGER);
      INSERT INTO old_work VALUES ('a', 7, ${START + 1000})`);
    const select = "SELECT id, json_object('n', n), 2, next_at - 1, next_at FROM old_work";
    const bodies: unknown[] = [];
    const answer = ({ body }: Job<Body>): Verdict => {
      bodies.push(body);
      return DONE;
    };
    expect(open(answer, { earlier: { table: 'old_work', select } }).resume()).toBe(1);
    await clock.advance(1000);
    expect([bodies, attempts[0]?.before]).toEqual([[{ n: 7 }], 2]);
    expect(open(answer, { earlier: { table: 'old_work', select } }).count()).toBe(0);
  });
});

describe('transactions', () => {
  test('a job kept in a transaction that fails was never there', async () => {
    const queue = open();
    const failing = () =>
      transaction(database, () => {
        queue.keep([job(1)]);
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    await clock.advance(0);
    expect([ids(), queue.count()]).toEqual([[], 0]);
  });

  test('what a job writes at its end is kept with its removal or not at all', async () => {
    database.exec('CREATE TABLE results (n INTEGER)');
    let broken = true;
    const queue = open(({ body }) => ({
      is: 'done',
      write: () => {
        database.prepare('INSERT INTO results VALUES (?)').run(body.n);
        if (broken) throw new Error('disk');
        return () => void attempts.push({ id: 'after', at: 0, before: 0 });
      },
    }));
    queue.add([job(1)]);
    await clock.advance(0);
    expect([database.prepare('SELECT * FROM results').all(), queue.count()]).toEqual([[], 1]);
    broken = false;
    await clock.advance(10_000);
    expect([database.prepare('SELECT * FROM results').all(), queue.count()]).toEqual([[{ n: 1 }], 0]);
    expect(ids()).toEqual(['job-1', 'job-1', 'after']);
  });

  test('an id is taken once', async () => {
    const queue = open(() => ({ is: 'again', at: clock.now() + 1000, attempts: 1 }));
    queue.add([job(1)]);
    queue.add([job(1)]);
    await clock.advance(0);
    expect([ids(), queue.count()]).toEqual([['job-1'], 1]);
    await queue.close();
  });
});
