import type { DatabaseSync } from 'node:sqlite';
import type { Clock, Timer } from '../../clock.ts';

/** How many executions are woken before the event loop gets a turn. */
const BURST = 100;

/**
 * Executions that wait and are not in memory, with what wakes them: a time, the answer to a task token, the end of
 * another execution. The tables are temporary: a process that starts anew goes on with every execution that runs.
 */
export class Sleepers {
  readonly #clock: Clock;
  readonly #wake: (execution: number) => void;
  readonly #statements;
  #count = 0;
  #next: { at: number; timer: Timer } | undefined;

  constructor(database: DatabaseSync, clock: Clock, wake: (execution: number) => void) {
    this.#clock = clock;
    this.#wake = wake;
    database.exec(`
      CREATE TEMP TABLE states_sleepers (execution INTEGER PRIMARY KEY, wake_at REAL) STRICT;
      CREATE INDEX temp.states_sleepers_by_time ON states_sleepers (wake_at) WHERE wake_at IS NOT NULL;
      CREATE TEMP TABLE states_wakers (
        waker TEXT NOT NULL, execution INTEGER NOT NULL, PRIMARY KEY (waker, execution)) STRICT, WITHOUT ROWID;
      CREATE INDEX temp.states_wakers_of_execution ON states_wakers (execution)`);
    this.#statements = {
      add: database.prepare('INSERT INTO states_sleepers VALUES (?, ?)'),
      addWaker: database.prepare('INSERT INTO states_wakers VALUES (?, ?)'),
      remove: database.prepare('DELETE FROM states_sleepers WHERE execution = ?'),
      removeWakers: database.prepare('DELETE FROM states_wakers WHERE execution = ?'),
      wokenBy: database.prepare('SELECT execution FROM states_wakers WHERE waker = ?'),
      due: database.prepare('SELECT execution FROM states_sleepers WHERE wake_at <= ? ORDER BY wake_at LIMIT ?'),
      earliest: database.prepare('SELECT min(wake_at) AS at FROM states_sleepers WHERE wake_at IS NOT NULL'),
      has: database.prepare('SELECT 1 FROM states_sleepers WHERE execution = ?'),
    };
  }

  get count(): number {
    return this.#count;
  }

  /** Takes an execution that sleeps until `wakeAt` or until one of its wakers stirs. */
  add(execution: number, wakeAt: number | undefined, wakers: Iterable<string>): void {
    this.#statements.add.run(execution, wakeAt ?? null);
    for (const waker of wakers) this.#statements.addWaker.run(waker, execution);
    this.#count += 1;
    if (wakeAt !== undefined && (this.#next === undefined || wakeAt < this.#next.at)) this.#arm(wakeAt);
  }

  has(execution: number): boolean {
    return this.#count > 0 && this.#statements.has.get(execution) !== undefined;
  }

  /** Whether anybody sleeps until this waker stirs. */
  awaits(waker: string): boolean {
    return this.#count > 0 && this.#statements.wokenBy.get(waker) !== undefined;
  }

  /** Wakes those who wait for a waker. */
  stir(waker: string): void {
    if (this.#count === 0) return;
    for (const { execution } of this.#statements.wokenBy.all(waker)) this.#wake(Number(execution));
  }

  /** Lets an execution go that is awake again. */
  remove(execution: number): void {
    if (this.#count === 0 || this.#statements.remove.run(execution).changes === 0) return;
    this.#statements.removeWakers.run(execution);
    this.#count -= 1;
    if (this.#count === 0) this.close();
  }

  /** Rings no more. */
  close(): void {
    this.#next?.timer.cancel();
    this.#next = undefined;
  }

  #arm(at: number): void {
    this.#next?.timer.cancel();
    this.#next = { at, timer: this.#clock.at(at, () => this.#ring()) };
  }

  #ring(): void {
    this.#next = undefined;
    for (const { execution } of this.#statements.due.all(this.#clock.now(), BURST)) this.#wake(Number(execution));
    const earliest = this.#statements.earliest.get()?.at;
    if (typeof earliest === 'number') this.#arm(earliest);
  }
}
