import type { DatabaseSync } from 'node:sqlite';
import type { Clock, Timer } from '../clock.ts';
import { transaction } from '../database.ts';
import type { Job } from './job.ts';
import { createQueueTable, type Earlier } from './queue-table.ts';

/**
 * What becomes of a job after an attempt. `done`: it goes, and `write` writes in the very transaction that removes it;
 * what `write` answers is run after the commit. `again`: it is tried again at `at`. `left`: it stays as it was and is
 * taken up at the next start.
 */
export type Verdict =
  // biome-ignore lint/suspicious/noConfusingVoidType: most who write have nothing to do afterwards.
  { is: 'done'; write?: () => (() => void) | void } | { is: 'again'; at: number; attempts: number } | { is: 'left' };

export const DONE: Verdict = { is: 'done' };

export type NewJob<Body> = { id: string; body: Body /** Default: now. */; at?: number };

export type QueueOptions<Body> = {
  database: DatabaseSync;
  clock: Clock;
  /** The queue's table, such as `events_queue`. */
  table: string;
  /** Makes one attempt. One that throws, a fault and no answer, is made again after a while. */
  attempt: (job: Job<Body>) => Promise<Verdict>;
  /** Attempts under way at once. Default 64. */
  atOnce?: number;
  /** A table of an earlier release whose rows are taken over, once. */
  earlier?: Earlier;
};

const AT_ONCE = 64;

/** The wait before attempt number `attempt` (1 is the first again), in milliseconds: doubled each time, at most `longest`. */
export const backOff = (attempt: number, first = 1000, longest = 600_000): number =>
  Math.min(longest, first * 2 ** Math.min(attempt - 1, 40));

/**
 * Work that survives: a job is a row before `add` returns and until its attempt says that it is done, so a crash repeats
 * an attempt and loses none. Jobs start in the order in which they fall due, at most `atOnce` at a time. In memory are
 * those under way, as many that come next, and one timer for the earliest of all others, however many rows there are.
 */
export class DurableQueue<Body> {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  readonly #table;
  readonly #attempt: (job: Job<Body>) => Promise<Verdict>;
  readonly #atOnce: number;
  readonly #underWay = new Map<string, Promise<void>>();
  /** Jobs that are due and next. */
  #ready: Job<Body>[] = [];
  /** Whether rows may be due that are neither under way nor in `ready`. */
  #more = false;
  #next: { at: number; timer: Timer } | undefined;
  #closed = false;

  constructor({ database, clock, table, attempt, atOnce = AT_ONCE, earlier }: QueueOptions<Body>) {
    this.#database = database;
    this.#clock = clock;
    this.#table = createQueueTable(database, table, earlier);
    this.#attempt = attempt;
    this.#atOnce = atOnce;
  }

  /** Whether the runtime ends: an attempt that fails now may have failed because of that, and is best `left`. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Keeps jobs, all or none, then starts what is due. Must not be called within a transaction. */
  add(jobs: readonly NewJob<Body>[]): void {
    if (jobs.length === 0) return;
    transaction(this.#database, () => this.keep(jobs))();
  }

  /** Keeps jobs within the caller's transaction; answers what starts them once that is committed. An id that is there already is not taken twice. */
  keep(jobs: readonly NewJob<Body>[]): () => void {
    const now = this.#clock.now();
    const kept = jobs
      .map(({ id, body, at = now }): Job<Body> => ({ id, body, attempts: 0, firstAt: now, dueAt: at }))
      .filter((job) => this.#table.insert(job));
    return () => {
      for (const job of kept) this.#take(job);
      this.#pump();
    };
  }

  /** Goes on with what an earlier run left; answers how many jobs that is. */
  resume(): number {
    this.#more = true;
    this.#pump();
    this.#armEarliest();
    return this.#table.count();
  }

  /** How many jobs are kept. */
  count(): number {
    return this.#table.count();
  }

  /** Starts nothing more and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#next?.timer.cancel();
    this.#next = undefined;
    this.#ready = [];
    await Promise.allSettled(this.#underWay.values());
  }

  #take(job: Job<Body>): void {
    if (job.dueAt > this.#clock.now()) this.#arm(job.dueAt);
    // Behind rows that wait in the database, a job waits there too, or it would overtake them.
    else if (this.#more || this.#ready.length >= this.#atOnce) this.#more = true;
    else this.#ready.push(job);
  }

  #pump(): void {
    while (!this.#closed && this.#underWay.size < this.#atOnce) {
      if (this.#ready.length === 0 && this.#more) this.#refill();
      const job = this.#ready.shift();
      if (!job) return;
      const run = this.#run(job).finally(() => {
        this.#underWay.delete(job.id);
        this.#pump();
      });
      this.#underWay.set(job.id, run);
    }
  }

  /** The next jobs, of which those under way are the first in the table. */
  #refill(): void {
    const most = this.#atOnce + this.#underWay.size;
    const due = this.#table.due<Body>(this.#clock.now(), most);
    this.#more = due.length === most;
    this.#ready = due.filter(({ id }) => !this.#underWay.has(id));
  }

  async #run(job: Job<Body>): Promise<void> {
    try {
      const verdict = await this.#attempt(job);
      if (verdict.is === 'done') this.#finish(job, verdict.write);
      else if (verdict.is === 'again') this.#postpone(job, verdict.attempts, verdict.at);
    } catch {
      const attempts = job.attempts + 1;
      this.#postpone(job, attempts, this.#clock.now() + backOff(attempts));
    }
  }

  #finish(job: Job<Body>, write: (() => unknown) | undefined): void {
    if (!write) {
      this.#table.remove(job.id);
      return;
    }
    const after = transaction(this.#database, () => {
      this.#table.remove(job.id);
      return write();
    });
    if (typeof after === 'function') after();
  }

  #postpone(job: Job<Body>, attempts: number, at: number): void {
    if (this.#closed) return;
    this.#table.postpone(job.id, attempts, at);
    if (at > this.#clock.now()) this.#arm(at);
    else this.#more = true;
  }

  #arm(at: number): void {
    if (this.#closed || (this.#next && this.#next.at <= at)) return;
    this.#next?.timer.cancel();
    this.#next = { at, timer: this.#clock.at(at, () => this.#ring()) };
  }

  #ring(): void {
    this.#next = undefined;
    this.#more = true;
    this.#pump();
    this.#armEarliest();
  }

  #armEarliest(): void {
    const earliest = this.#table.earliestAfter(this.#clock.now());
    if (earliest !== undefined) this.#arm(earliest);
  }
}
